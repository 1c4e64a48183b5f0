// Odd: lambdas that say constexpr, in template arguments' place by a variable
// AI-generated: GPT-4
static constexpr auto twice = [](int x) constexpr noexcept -> int { return 2 * x; };
template <int N> struct Size {
// AI-generated: GPT-4
  static constexpr int get() { return N; } };
// AI-generated: GPT-4
int main() { return Size<twice(2)>::get() - 4; }
