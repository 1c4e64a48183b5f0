// Odd: auto(x), uz, and a lambda without parentheses
// AI-generated: GPT-4
static auto f(const int& x) { return auto(x); }
// AI-generated: GPT-4
static auto g = [] mutable noexcept -> int { return 0; };
// AI-generated: GPT-4
int main() { return f(0) + g() + int(sizeof(0uz) - sizeof(unsigned long)); }
