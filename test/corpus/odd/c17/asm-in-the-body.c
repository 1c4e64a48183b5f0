// Odd: assembly first, last, and with operands
// AI-generated: GPT-4
static int f(int x) { __asm__ volatile("" ::: "memory"); return x; }
// AI-generated: GPT-4
static int g(int x) { int r; __asm__("movl %1, %0" : "=r"(r) : "r"(x)); return r; }
// AI-generated: GPT-4
static void h(void) { __asm__ volatile("nop"); }
// AI-generated: GPT-4
int main(void) { h(); return f(0) + g(0); }
