// Odd: quotes in numbers between braces
// AI-generated: GPT-4
static long f() { if (1'000) { return 0b1'0 - 0x2'0 / 0x1'0; } return '{'; }
// AI-generated: GPT-4
int main() { return int(f()); }
