// Odd: functions for other instruction sets
// AI-generated: GPT-4
__attribute__((target("sse4.2"))) static int f(int x) { return x; }
// AI-generated: GPT-4
__attribute__((target("avx2"))) int g(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0); }
