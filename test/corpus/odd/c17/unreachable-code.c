// Odd: code behind returns and in branches that are never taken
// with: -Wunreachable-code
// AI-generated: GPT-4
static int f(int x) { return x; x = 1; return x; }
// AI-generated: GPT-4
static int g(int x) { if (0) { return 1; } while (1) { return x; } }
// AI-generated: GPT-4
static int h(int x) { switch (x) { case 0: return 0; default: __builtin_unreachable(); } }
// AI-generated: GPT-4
int main(void) { return f(0) + g(0) + h(0); }
