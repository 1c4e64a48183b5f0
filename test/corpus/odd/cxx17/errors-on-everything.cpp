// Odd: kinds of functions with a word about errors that does not fit them
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
#include <cstdlib>
#include <setjmp.h>
struct S { S(int n) : v(n) { return; } ~S() { return; } int v; operator int*() { return nullptr; } };
[[noreturn]] static int a(int n) { if (n < -5) std::abort(); throw -n; }
static int b(int n) { if (n > 0) return b(n - 1); return -1; }
static bool c(unsigned n);
static bool d(unsigned n) { return n == 0 ? false : c(n - 1); }
static bool c(unsigned n) { return n == 0 ? true : d(n - 1); }
static jmp_buf j;
static int e(int n) { if (setjmp(j)) return -2; if (n) longjmp(j, 1); return 1; }
__attribute__((pure)) static int f(const int* p) { return -*p; }
static int g(int n) { return n <= 1 ? -1 : n * g(n - 1); }
static int h(const char* f, ...) { return f ? -1 : 0; }
static int k(int n) noexcept { return -n; }
static int* l(S s) { return s; }
int main() { int x = 3; try { a(1); } catch (int n) { std::printf("%d\n", n); } std::printf("%d %d %d %d %d %d %d %d %d\n", b(3), c(3), d(3), e(1), f(&x), g(3), h("x", 1), k(1), l(S(1)) == nullptr); }
