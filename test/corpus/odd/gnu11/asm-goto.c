// Odd: assembly that jumps to labels of the function
// AI-generated: GPT-4
static int f(int x) { __asm__ goto("testl %0, %0\n\tje %l[zero]" : : "r"(x) : "cc" : zero); return 1; zero: return 0; }
// AI-generated: GPT-4
int main(void) { return f(0) + f(1) - 1; }
