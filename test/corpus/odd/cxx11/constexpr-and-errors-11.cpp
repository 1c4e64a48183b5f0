// Odd: C++11 with everything that came before its constexpr grew up
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
struct L { int v; constexpr L(int n) : v(n) {} constexpr int get() const { return v; } constexpr operator bool() const { return false; } };
constexpr int f(int n) { return n ? -n : throw 1; }
constexpr int g(int n) { static_assert(sizeof(int) == 4, ""); using I = int; return I(-n); }
template <class T> constexpr T h(T t) { return -t; }
static int k(int n) { auto l = [n](int a) -> int { if (a) return -a; return n; }; return l(n); }
static auto m(int n) -> decltype(-n) { return -n; }
static L p(int n) { return {n}; }
static int q(int n) noexcept(noexcept(f(n))) { return -n; }
enum { e = f(2) + 3 };
alignas(16) static int r[e];
static int s(int&& n) { return -n; }
int main() { static_assert(L(3).get() == 3 && f(1) == -1 && h(2) == -2, ""); std::printf("%d %d %d %d %d %d %d\n", g(1), k(1), m(1), p(1).get(), q(1), int(sizeof r), s(3)); }
