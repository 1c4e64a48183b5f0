// Odd: functions that switch checks off
// AI-generated: GPT-4
__attribute__((no_sanitize("undefined"))) static int f(int x) { return x; }
// AI-generated: GPT-4
__attribute__((no_instrument_function)) static int g(int x) { return x; }
// AI-generated: GPT-4
__attribute__((optimize("O0"))) static int h(int x) { return x; }
// AI-generated: GPT-4
int main(void) { return f(0) + g(0) + h(0); }
