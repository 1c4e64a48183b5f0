// Odd: try blocks on everything that may have one
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
#include <stdexcept>
struct T { explicit T(int n) : v(n) { if (n < 0) throw n; } int v; ~T() { std::printf("~%d\n", v); } };
struct B { B(int n) try : t(n) { if (n == 7) throw 7; } catch (int x) { std::printf("B %d\n", x); } T t; };
struct C : B { C(int n) try : B(n), u{n - 1} {} catch (...) { std::printf("C\n"); throw std::runtime_error("c"); } C() try : C(3) { } catch (...) {} T u;
  ~C() noexcept(false) try { std::printf("~C\n"); } catch (...) { return; } };
struct D { D() noexcept try {} catch (...) {} };

static int f(int n) noexcept try { if (n) throw n; return -1; } catch (long) { return -2; } catch (int x) { if (x > 1) return -3; return x; }
static void g(int n) try { if (n) throw n; } catch (...) { return; }
static int h(int n) try { try { throw n; } catch (long) { return 1; } } catch (int m) { return -m; }
struct E { int operator+(int n) const try { throw n; } catch (...) { return -n; } operator bool() const try { return false; } catch (...) { return true; } static int s(int n) try { return -n; } catch (...) { throw; } virtual int v() const volatile && noexcept try { return -1; } catch (...) { return 0; } virtual ~E() try {} catch (...) {} };
template <class X> static X tm(X x) try { return -x; } catch (X y) { return y; }
int main() try {
  for (int n : {-1, 0, 7}) try { C c(n); } catch (std::exception& e) { std::printf("%s\n", e.what()); } catch (int n) { std::printf("int %d\n", n); }
  C c; D d; E e; g(1);
  std::printf("%d %d %d %d %d %d %d\n", f(0), f(2), h(3), e + 1, int(bool(e)), E::s(2), tm(4));
  return static_cast<const volatile E&&>(E()).v() + 1;
} catch (...) { return 9; }
