// Odd: lambdas that are constant although nobody said so
// AI-generated: GPT-4
static constexpr auto square = [](int x) { return x * x; };
static_assert(square(3) == 9);
// AI-generated: GPT-4
constexpr int apply() { auto add = [](auto a, auto b) { return a + b; }; return add(1, 2); }
static_assert(apply() == 3);
// AI-generated: GPT-4
int main() { constexpr int n = [](int x) { return x; }(0); volatile int v = 3; return n + square(v) - 9; }
