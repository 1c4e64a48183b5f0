// Odd: calls that have to be tail calls
static int even(unsigned n);
// AI-generated: GPT-4
static int odd(unsigned n) { if (n == 0) return 0; __attribute__((musttail)) return even(n - 1); }
// AI-generated: GPT-4
static int even(unsigned n) { if (n == 0) return 1; __attribute__((musttail)) return odd(n - 1); }
// AI-generated: GPT-4
int main(void) { return even(1000000) - 1; }
