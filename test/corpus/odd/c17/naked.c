// Odd: functions without a frame
// AI-generated: GPT-4
__attribute__((naked)) int f(void) { __asm__("xorl %eax, %eax\n\tret"); }
// AI-generated: GPT-4
int main(void) { return f(); }
