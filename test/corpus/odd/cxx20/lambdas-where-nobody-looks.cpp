// Odd: lambdas in template arguments, requires-clauses, decltype, concepts
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
template <auto F = [] { return -7; }> static int viaTemplate() { return F(); }
template <class T> requires ([] { return sizeof(T) > 1; }()) static int constrained(T t) { return -t; }
template <class T> static int trailing(T t) requires requires { [] { return 1; }; t + 1; } { return -t; }
using L = decltype([](int a) { return -a; });
template <class T> concept C = requires(T t) { { [](auto x) { return x; }(t) } noexcept; } || [] { return true; }();
static int withConcept(C auto x) { return -x; }
struct K { [[no_unique_address]] L l; int operator()(int a) const { return l(a); } };
static auto tmpl = []<class T, int N>(T (&a)[N]) requires (N > 1) { return -a[0]; };
static int sizeOfLambda = sizeof([](int x) { return x; });
static int noex(int a) noexcept(noexcept([] { return 1; }())) { return -a; }
int main() { int a[] = {1, 2}; std::printf("%d %d %d %d %d %d %d %d %d\n", viaTemplate(), viaTemplate<[] { return -1; }>(), constrained(2), trailing(2), L{}(3), withConcept(1), K{}(2), tmpl(a), noex(1)); return sizeOfLambda - 1; }
