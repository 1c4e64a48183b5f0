// Odd: one function for several processors, by overloads
// AI-generated: GPT-4
__attribute__((target("default"))) int f(int x) { return x; }
// AI-generated: GPT-4
__attribute__((target("avx2"))) int f(int x) { return x; }
// AI-generated: GPT-4
int main() { return f(0); }
