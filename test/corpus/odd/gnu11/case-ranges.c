// Odd: ranges of case labels
// AI-generated: GPT-4
static int f(int x) { switch (x) { case 0 ... 9: return 0; case 10 ... 99: return 1; default: return 2; } }
// AI-generated: GPT-4
int main(void) { return f(5) + f(50) - 1; }
