// Odd: gnu_inline, whose body is for inlining only
// AI-generated: GPT-4
extern inline __attribute__((gnu_inline, always_inline)) int f(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0); }
