// Odd: a function that asks whether it runs in the compiler
#include <type_traits>
// AI-generated: GPT-4
constexpr int f(int x) { if (std::is_constant_evaluated()) return x + 1; return x; }
static_assert(f(0) == 1);
// AI-generated: GPT-4
int main() { volatile int x = 0; return f(x); }
