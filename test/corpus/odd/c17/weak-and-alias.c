// Odd: one body with three names
// AI-generated: GPT-4
static int real(int x) { return x; }
int other(int x) __attribute__((alias("real")));
extern int weakly(int x) __attribute__((weak, alias("real")));
// AI-generated: GPT-4
__attribute__((weak)) int replaceable(int x) { return x; }
int nowhere(int x) __attribute__((weak));
// AI-generated: GPT-4
int main(void) { return other(0) + weakly(0) + replaceable(0) + (nowhere ? 1 : 0); }
