// Odd: functions that nobody calls
// with: -Wno-unused-function
// AI-generated: GPT-4
static int never(int x) { return x; }
// AI-generated: GPT-4
static inline int inline_never(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return 0; }
