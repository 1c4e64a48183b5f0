// Odd: flow that only the compiler's analysis understands
// with: -Wreturn-type -Wmaybe-uninitialized -Wuninitialized -Wimplicit-fallthrough
// AI-generated: GPT-4
static int f(int x) { int y; if (x) y = 1; else y = 0; return y; }
// AI-generated: GPT-4
static int g(int x) { switch (x) { case 0: x = 5; __attribute__((fallthrough)); case 5: return 0; default: break; } return 1; }
// AI-generated: GPT-4
int main(void) { return f(0) + g(0); }
