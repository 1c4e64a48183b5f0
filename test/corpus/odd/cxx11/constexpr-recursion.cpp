// Odd: a constexpr function that calls itself
// AI-generated: GPT-4
constexpr unsigned fibonacci(unsigned n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
static_assert(fibonacci(10) == 55, "");
// AI-generated: GPT-4
int main() { volatile unsigned n = 10; return int(fibonacci(n)) - 55; }
