// Odd: single statements where braces are usual
// AI-generated: GPT-4
static int f(int x) { if (x) if (x > 1) return 2; else return 1; else; for (;;) return 0; }
// AI-generated: GPT-4
static int g(int x) { while (x) do x--; while (x); return x; }
// AI-generated: GPT-4
int main(void) { return f(0) + f(1) - 1 + f(2) - 2 + g(3); }
