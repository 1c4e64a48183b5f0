// Odd: a conditional without its middle
// AI-generated: GPT-4
static int f(int x) { return x ?: -1; }
// AI-generated: GPT-4
int main(void) { return f(0) + f(1); }
