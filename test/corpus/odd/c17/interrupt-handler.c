// Odd: an interrupt handler of x86
// with: -mgeneral-regs-only
struct frame;
// AI-generated: GPT-4
__attribute__((interrupt)) void handle(struct frame *frame) { (void)frame; }
// AI-generated: GPT-4
__attribute__((interrupt)) void fault(struct frame *frame, unsigned long code) { (void)frame; (void)code; }
// AI-generated: GPT-4
int plain(int x) { return x; }
