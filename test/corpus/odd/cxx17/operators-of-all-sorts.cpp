// Odd: operators that change what an edit could mean
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstddef>
#include <cstdio>
#include <initializer_list>
#include <new>
struct R { int v; R operator,(int n) const { return {v - n}; } bool operator!() const { return true; } R operator-() const { return {100}; } explicit operator bool() const { return false; } R* operator&() { return nullptr; } int operator->*(int) { return -4; } };
static R f(R r) { return r, 3; }
static bool g(R r) { return !r; }
static R h(R r) { return -r; }
static R* k(R r) { return &r; }
static int l(R r) { return r ->* 3; }
struct I { I(int) {} bool operator<(int) const { return true; } operator int() const { return -5; } };
static I m(int n) { return -n; }
static I n(int x) { return {x}; }
static int o(I i) { return i; }
int operator""_neg(unsigned long long n) { return -int(n); }
int operator""_s(const char* s, std::size_t n) { return n ? -s[0] : -1; }
struct P { static void* operator new(std::size_t n) { return ::operator new(n); } static void operator delete(void* p, std::size_t) { ::operator delete(p); } int operator[](std::initializer_list<int> l) const { return -int(l.size()); } int operator()(int = 1) && { return -1; } P& operator++() & { return *this; } P operator++(int) { return *this; } P* operator->() { return nullptr; } };
int main() { P p; ++p; p++; delete new P; std::printf("%d %d %d %d %d %d %d %d %d %d %d\n", f({5}).v, g({1}), h({1}).v, k({1}) == nullptr, l({1}), int(m(1)), int(n(1)), o(1), 3_neg, "a"_s, p[{1, 2}] + P()()); }
