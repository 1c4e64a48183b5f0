// Odd: comparisons, defaulted and written by hand
#include <compare>
struct P { int x, y;
// AI-generated: GPT-4
  auto operator<=>(const P&) const = default; };
struct Q { int x;
// AI-generated: GPT-4
  std::weak_ordering operator<=>(const Q& o) const { return x < o.x ? std::weak_ordering::less : x > o.x ? std::weak_ordering::greater : std::weak_ordering::equivalent; }
// AI-generated: GPT-4
  constexpr bool operator==(const Q& o) const { return x == o.x; } };
// AI-generated: GPT-4
int main() { return P{1, 2} < P{1, 3} && Q{1} > Q{0} && Q{1} == Q{1} ? 0 : 1; }
