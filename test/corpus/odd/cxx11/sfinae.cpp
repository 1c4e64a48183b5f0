// Odd: expressions in a head that decide whether it exists
#include <type_traits>
// AI-generated: GPT-4
template <class T> static typename std::enable_if<std::is_integral<T>::value, int>::type f(T) { return 0; }
// AI-generated: GPT-4
template <class T, class = decltype(T().size())> static int f(const T& t) { return int(t.size()); }
// AI-generated: GPT-4
template <class T, typename std::enable_if<(sizeof(T) > 1), int>::type = 0> static int g(T) { return 0; }
struct Sized {
// AI-generated: GPT-4
  int size() const { return 0; } };
// AI-generated: GPT-4
int main() { return f(1) + f(Sized()) + g(1L); }
