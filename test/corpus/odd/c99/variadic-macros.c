// Odd: heads and bodies from a variadic macro
#define HEAD(type, name, ...) static type name(__VA_ARGS__)
#define BODY(...) { __VA_ARGS__ }
// AI-generated: GPT-4
HEAD(int, sum, int a, int b) { return a + b; }
// AI-generated: GPT-4
HEAD(int, first, int a, int b) BODY((void)b; return a;)
// AI-generated: GPT-4
int main(void) { return sum(1, -1) + first(0, 2); }
