// Odd: declarations between statements, and in for
// AI-generated: GPT-4
static int sum(int n) { if (n < 0) return -1; int r = 0; for (int i = 0, j = n; i < j; ++i) { r += i; int twice = r; (void)twice; } int last = r; return last; }
// AI-generated: GPT-4
int main(void) { return sum(4) - 6; }
