// Odd: functions in sections of their own
// AI-generated: GPT-4
__attribute__((section(".text.odd"), used)) static int f(int x) { return x; }
// AI-generated: GPT-4
__attribute__((section("odd_code"), noinline)) static int g(int x) { return x; }
// AI-generated: GPT-4
__attribute__((cold)) static int h(int x) { return x; }
// AI-generated: GPT-4
__attribute__((hot, aligned(64))) static int i(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0) + g(0) + h(0) + i(0); }
