// Odd: GNU C++ that no standard has
// with: -Wno-pedantic -Wno-gnu -Wno-vla-cxx-extension -Wno-vla-extension -Wno-unknown-warning-option -Wno-c99-designator
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
struct S { int x; int f() const __restrict { return -x; } int g(int n) __attribute__((noinline)) { return ({ if (n) return -n; x; }); } };
static int a(int n) { int v[n]; v[0] = -n; return v[0]; }
static int b(int n) { return n ?: -1; }
static int c(int n) { switch (n) { case 1 ... 3: return -1; default: return -2; } }
static int d(int n) { void* t[] = {&&x, &&y}; goto *t[n]; x: return -1; y: return -2; }
static int e(S* __restrict s) { return s->x = -3; }
static int f(int n) { __label__ q; if (n) goto q; return 0; q: return -n; }
static int g(__int128 n) { return int(-n); }
static _Complex double h(double x) { return -x; }
static int k(int n) { struct S s = {.x = n}; return -s.x; }
static __attribute__((const)) int l(int n) { return -n; }
static int m(int n) { return __extension__ ({ auto y = [&] { return -n; }; y(); }); }
int main() { S s{4}; std::printf("%d %d %d %d %d %d %d %d %d %d %d %d %d\n", s.f(), s.g(1), a(2), b(0), c(2), d(1), e(&s), f(1), g(1), int(__real__ h(1)), k(1), l(1), m(1)); }
