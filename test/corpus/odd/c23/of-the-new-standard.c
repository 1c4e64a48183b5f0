/* Odd: what C23 brought to heads and returns */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
#include <stddef.h>
[[nodiscard("x")]] static int f(int n) { constexpr int c = -1; return n ? c : 0; }
static bool g(int n) { if (n) return false; return true; }
static nullptr_t h(int) { return nullptr; }
static int *k(int n) { static int x; return n ? &x : nullptr; }
static int m [[maybe_unused]] (int n) { auto r = -n; return r; }
static typeof(int *) o(int n) { static typeof_unqual(const int) x; return n ? &x : (typeof(&x)){}; }
static unsigned _BitInt(12) p(int n) { return (unsigned _BitInt(12))n; }
static int any(...) { return -1; }
static int q(int n) { switch (n) { case 1: [[fallthrough]]; case 2: return -2; } label: return -1; }
static int r(int n) { if (n) { [[maybe_unused]] label2: return -1; } return 0; }
int main() { printf("%d %d %d %d %d %d %d %d %d\n", f(1), g(1), h(1) == nullptr, k(0) == 0, m(1), o(0) == 0, (int)p(5), any(1, 2), r(0)); return q(1) + 2; }
