// Odd: tags where nobody expects them

#include <cstdio>
template </* AI-generated: GPT-4 */ class T> static int a(T t) { return -t; }
static /* AI-generated: GPT-4 */ int b(int n) { return -n; }
static int c(/* AI-generated: GPT-4 */ int n) { return -n; }
static int d(int n) /* AI-generated: GPT-4 */ { return -n; }
static int e(int n) { /* AI-generated: GPT-4 */ return -n; }
static int f(int n) { return -n; /* AI-generated: GPT-4 */ }
static int g(int n) { return -n; } /* AI-generated: GPT-4 */
static int h(int n) { return /* AI-generated: GPT-4 */ -n; }
static int i(int n)
// AI-generated: GPT-4
{
  if (n) // AI-generated: GPT-4
    return -n;
  else // AI-generated: GPT-4
    return n;
}
struct S { // AI-generated: GPT-4
  int x;
  S(int n) : /* AI-generated: GPT-4 */ x(n) {}
  /* AI-generated: GPT-4 */ int j() { return -x; } int k() { return -x; }
};
/* AI-generated: GPT-4 */ /* AI-generated: GPT-3 */ static int l(int n) { return -n; } /* AI-generated: GPT-4 */ static int m(int n) { return -n; }
#define M(x) x /* AI-generated: GPT-4 */
M(static int n(int n) { return -n; })
static int o = /* AI-generated: GPT-4 */ [] { return -1; }();
enum E { /* AI-generated: GPT-4 */ e1 };
extern "C" /* AI-generated: GPT-4 */ int p(int n) { return -n; }
[[nodiscard]] /* AI-generated: GPT-4 */ static int q(int n) { return -n; }
int main() { S s(1); std::printf("%d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d\n", a(1), b(1), c(1), d(1), e(1), f(1), g(1), h(1), i(1), s.j(), s.k(), l(1), m(1), n(1), o, e1, p(1), q(1)); }
