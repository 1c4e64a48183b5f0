// Odd: constexpr functions of one return, used where a constant is needed
// AI-generated: GPT-4
constexpr int twice(int x) { return 2 * x; }
struct Literal {
  // AI-generated: GPT-4
  constexpr explicit Literal(int x) : value(x) {}
  // AI-generated: GPT-4
  constexpr operator int() const { return value; }
  int value;
};
// AI-generated: GPT-4
constexpr Literal operator"" _lit(unsigned long long x) { return Literal(int(x)); }
static_assert(twice(2) == 4, "");
enum { Four = twice(2_lit) };
// AI-generated: GPT-4
int main() { int array[twice(2)] = {}; volatile int one = 1; return Four - 4 + array[0] + twice(one) - 2; }
