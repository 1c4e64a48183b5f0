// Odd: braces of requires-expressions before the body
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <concepts>
#include <cstdio>
template <class T> concept Sized = requires(const T& t) { { t.size() } -> std::convertible_to<int>; };
template <class T> requires requires(T t) { { t.size() }; } && (!requires { typename T::none; }) int f(const T& t) { return -t.size(); }
template <class T> struct A {
  int g() requires Sized<T> { return t.size() - 5; }
  int g() requires (!Sized<T>) { return -9; }
  ~A() requires std::same_as<T, int> {}
  ~A() = default;
  A() requires requires(T x) { { x }; } : t{} { }
  template <class U> requires Sized<U> explicit(requires { U{}; }) A(U u) noexcept(requires { u.size(); }) : t{u} { (void)u; }
  T t;
};
struct S { int n = 3; int size() const noexcept { return n; } };
static int h(auto&& x) requires requires { x.size(); { x.size() } noexcept; } { return -x.size(); }
int main() { A<S> a; A<int> b; A<S> c(S{}); std::printf("%d %d %d %d %d\n", f(S{}), a.g(), b.g(), c.g(), h(S{})); }
