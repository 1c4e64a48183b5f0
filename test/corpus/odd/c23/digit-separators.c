// Odd: quotes inside of numbers are no character literals
// AI-generated: GPT-4
static long f() { return 1'000'000 - 0b1111'0100'0010'0100'0000; }
// AI-generated: GPT-4
int main() { return (int)f() + 0x1'0 - '\x10'; }
