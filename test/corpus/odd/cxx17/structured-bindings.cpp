// Odd: structured bindings first in a body, and types that bind by get
#include <tuple>
#include <utility>
struct P { int x, y; };
struct T { template <std::size_t I>
// AI-generated: GPT-4
  int get() const { return int(I); } };
template <> struct std::tuple_size<T> : std::integral_constant<std::size_t, 2> {};
template <std::size_t I> struct std::tuple_element<I, T> { using type = int; };
// AI-generated: GPT-4
static int f(P p) { auto& [x, y] = p; ++x; return p.x + y; }
// AI-generated: GPT-4
static std::tuple<int, int> both() { return {1, -1}; }
// AI-generated: GPT-4
int main() { auto [a, b] = both(); auto [c, d] = T(); return a + b + c + d - 1 + f({-1, 0}); }
