// Odd: inlined whatever it costs, and never
// AI-generated: GPT-4
__attribute__((always_inline)) static inline int f(int x) { return x; }
// AI-generated: GPT-4
__attribute__((noinline)) static int g(int x) { return f(x); }
// AI-generated: GPT-4
__attribute__((flatten)) static int h(int x) { return g(x); }
// AI-generated: GPT-4
int main(void) { return h(0); }
