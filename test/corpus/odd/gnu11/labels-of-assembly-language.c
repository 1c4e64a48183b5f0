// Odd: assembly that defines labels, of which an object file may have only one
// AI-generated: GPT-4
__attribute__((noinline)) static int marked(int x) { __asm__ volatile(".globl assay_odd_label\nassay_odd_label:\n"); return x * 2; }
// AI-generated: GPT-4
__attribute__((noinline)) static int local(int x) { __asm__ volatile(".Lodd_local: nop"); return x * 3; }
// AI-generated: GPT-4
__attribute__((noinline)) static int numbered(int x) { __asm__ volatile("1: nop\n.Lodd%=: nop" ::); return x * 5; }
// AI-generated: GPT-4
int main(void) { return marked(1) + local(1) + numbered(1) - 10; }
