// Odd: functions that look at their own frame
// AI-generated: GPT-4
__attribute__((noinline)) static int f(void) { return __builtin_return_address(0) != 0 && __builtin_frame_address(0) != 0; }
// AI-generated: GPT-4
int main(void) { return 1 - f(); }
