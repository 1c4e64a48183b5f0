// Odd: classes, enumerations, lambdas and templates inside of bodies
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
static int f(int n) {
  struct L { int v; int g() const { if (v) return -v; struct M { static int z(int a) { return -a; } }; return M::z(3); } int operator-() const { return -v - 1; } ~L() { } L(int x) try : v(x) {} catch (...) {} };
  auto l = [](auto self, int k) -> int { struct Q { int r(int a) { return -a; } }; if (k <= 0) return Q().r(5); return self(self, k - 1); };
  enum { bad = -3 };
  union U { int a; float b; int c() { return -a; } };
  if (n == 9) return bad;
  return L(n).g() + -L(n) + l(l, n) + U{n}.c();
}
struct { int f(int n) { return -n; } } anon;
typedef struct Named { int f(int n) { return -n; } } Alias;
namespace { namespace inner { struct I { int f(int n) { return -n; } }; int g(int n) { return -n; } } }
inline namespace v1 { namespace { int h(int n) { return -n; } } }
struct Outer { struct { int deep(int n) { return -n; } } in; union { int u; float w; }; class C; enum E : int; static int s(int); };
class Outer::C { public: int f(int n) { return -n; } };
enum Outer::E : int { e = -1 };
int Outer::s(int n) { return n ? e : -2; }
int main() { Outer o; o.u = 1; std::printf("%d %d %d %d %d %d %d %d %d %d\n", f(2), f(9), anon.f(1), Alias().f(1), inner::I().f(1), inner::g(1), h(1), o.in.deep(1), Outer::C().f(1), Outer::s(1)); }
