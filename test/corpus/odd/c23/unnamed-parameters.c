// Odd: parameters without a name in a definition
// AI-generated: GPT-4
static int f(int, char *, int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(1, 0, 0); }
