// Odd: attributes between a lambda's brackets and its parameters
// AI-generated: GPT-4
static auto f = [] [[nodiscard]] (int x) { return x; };
// AI-generated: GPT-4
int main() { return f(0); }
