// Odd: members of templates, defined everywhere
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
#include <vector>
template <class T> struct A { int f(T); template <class U> int g(U, const std::vector<T>&); static int h; struct N { int m(T); template <class V> struct M { int z(V); }; }; template <class U> friend int fr(A<U>, U); int operator()(T t) const; operator T() const { return T(-1); } A& operator=(const A&) = default; A() = default; template <class U> A(U u, int = 0); };
template <class T> int A<T>::f(T t) { return -t; }
template <class T> template <class U> int A<T>::g(U u, const std::vector<T>& v) { if (v.empty()) return -1; return u; }
template <class T> int A<T>::h = [] { return -2; }();
template <class T> int A<T>::N::m(T t) { return -t; }
template <class T> template <class V> int A<T>::N::M<V>::z(V v) { return -v; }
template <class U> int fr(A<U>, U u) { return -u; }
template <class T> int A<T>::operator()(T t) const { return -t; }
template <class T> template <class U> A<T>::A(U, int) {}
template <> int A<char>::f(char) { return -100; }
template <> template <> int A<int>::g<long>(long, const std::vector<int>&) { return -200; }
template <class T> struct A<T*> { int f(T* t) { return t ? -1 : -2; } };
template <class T, int N> struct A<T[N]> { int f() const { return -N; } };
template <template <class...> class C, class... X> int tt(C<X...>& c) { return -int(c.size()); }
template <class... B> struct O : B... { using B::operator()...; }; template <class... B> O(B...) -> O<B...>;
template <class T> constexpr int vt = [](T t) { return -t; }(T(3));
template <class D> struct Crtp { int go() { return static_cast<D*>(this)->impl(); } }; struct Dd : Crtp<Dd> { int impl() { return -4; } };
template int A<short>::f(short); extern template struct A<long>; template struct A<long>;
int main() { A<int> a; std::vector<int> v; A<int>::N n; A<int>::N::M<int> m; O o{[](int x) { return -x; }, [](const char*) { return -9; }}; A<int[3]> arr; std::printf("%d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d\n", a.f(1), a.g(1, v), a.g(1L, v), A<int>::h, n.m(1), m.z(1), fr(a, 1), a(1), int(a), A<char>().f('a'), A<int*>().f(nullptr), tt(v), o(1), o(""), vt<int>, Dd().go() + arr.f()); }
