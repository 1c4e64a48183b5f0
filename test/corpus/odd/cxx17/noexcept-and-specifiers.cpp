// Odd: what stands between parameters and body
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
#define NOEXCEPT_IF(...) noexcept(noexcept(__VA_ARGS__))
struct S {
  S& self() & noexcept(noexcept(int{})) { return *this; }
  int a() const volatile& noexcept(sizeof(int[2]) == 8) { return -1; }
  auto b() const&& -> int (*)[2] { static int x[2] = {-2}; return &x; }
  int c() [[gnu::cold]] { return -3; }
  [[gnu::noinline]] int d [[gnu::cold]] () { return -4; }
  virtual int e() noexcept(true) { return -5; }
  virtual ~S() noexcept(noexcept(int())) {}
  explicit operator int() const NOEXCEPT_IF(int{}) { return -6; }
  template <class T> auto f(T t) const noexcept(noexcept(t.x)) -> decltype(t.x) { return -t.x; }
  static auto g(int (*)(int) = [](int a) { return -a; }) -> int { return -7; }
  friend bool operator==(const S&, const S&) noexcept { return false; }
};
struct T final : S { int e() noexcept(true) override final { return -8; } };
auto h() -> struct R* ;
struct R { int x; };
auto h() -> R* { return nullptr; }
int k(int, int = sizeof(R{1}), ...) { return -9; }
extern "C" int l(void) __attribute__((noinline));
extern "C" { extern "C++" { static int m(int) { return -10; } } int l(void) { return m(0); } }
int main() { S s; T t; volatile S v; std::printf("%d %d %d %d %d %d %d %d %d %d %d %d\n", v.a(), (*S().b())[0], s.c(), s.d(), t.e(), int(s), s.f(R{1}), S::g(), s == s, h() == nullptr, k(1), l()); }
