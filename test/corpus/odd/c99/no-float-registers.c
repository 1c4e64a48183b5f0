// Odd: compiled for general registers only
// with: -mgeneral-regs-only
// AI-generated: GPT-4
int f(int x) { return x; }
// AI-generated: GPT-4
long g(long x) { return x * 3; }
