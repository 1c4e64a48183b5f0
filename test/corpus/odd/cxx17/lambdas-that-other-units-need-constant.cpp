// Odd: whether these lambdas are constant is told when they are instantiated
// AI-generated file: GPT-4, 2024-01-15

#include <cstdio>
template <class T> struct A { static constexpr int v = [](T t) { return int(t); }(T(3)); };
template <class T> int f(T n) { constexpr int k = [](T t) { return int(t); }(T(3)); return k + n; }
template <class T> constexpr int vt = [](T t) { return -t; }(T(3));
inline constexpr auto twice = [](auto x) { if (x < 0) return -x; return x + x; };
template <class T> auto made() { return [](T t) { static int count; return t + ++count; }; }
template <class F> constexpr int applied(F call) { return call(2); }
static_assert(A<int>::v == 3 && vt<int> == -3 && twice(2) == 4 && applied(twice) == 4 && applied([](auto x) { return x; }) == 2);
int main() { std::printf("%d %d %d %d\n", f(1), twice(-3), made<int>()(1), applied([](auto x) { return std::printf("%d\n", x); })); }
