// Odd: branches that exist for some types only
#include <type_traits>
// AI-generated: GPT-4
template <class T> static auto value(T t) { if constexpr (std::is_pointer_v<T>) { return *t; } else if constexpr (std::is_integral_v<T>) return t; else return t.get(); }
struct S {
// AI-generated: GPT-4
  int get() const { return 0; } };
// AI-generated: GPT-4
int main() { int x = 0; return value(&x) + value(0) + value(S()); }
