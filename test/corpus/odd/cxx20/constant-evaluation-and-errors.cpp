// Odd: returned failures inside of constants
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <optional>
#include <string_view>
constexpr int neg(int a) { if (a > 3) return -1; return a ? -a : 2; }
constexpr bool no(int a) { return a; }
constexpr const char* nul(bool b) { if (b) return nullptr; return "x"; }
constexpr std::optional<int> opt(int a) { if (a) return std::nullopt; return a; }
constexpr auto lam = [](int a) { if (a) return -a; return 4; };
consteval int cons(int a) { return -a; }
constexpr int tr(int a) { try { return -a; } catch (...) { return 1; } }
struct V { constexpr virtual ~V() = default; constexpr virtual int f(int a) const { return -a; } };
struct W : V { constexpr int f(int a) const override { return neg(a) - 1; } };
constexpr int viaV(const V& v) { return v.f(2); }
constexpr int heap(int a) { int* p = new int(-a); int r = *p; delete p; return r; }
constexpr std::size_t len(std::string_view s) { return s.size(); }
struct D { int* p; constexpr D(int* q) : p(q) { *p = 1; } constexpr ~D() { *p = -2; } };
constexpr int dest() { int x = 0; { D d(&x); } return x; }
union U { int a; float b; constexpr U(int x) : a(x) {} constexpr int get() const { return -a; } };
static_assert(neg(4) == -1 && neg(2) == -2 && !no(0) && nul(true) == nullptr && !opt(1) && lam(1) == -1 && cons(1) == -1 && tr(1) == -1);
static_assert(viaV(W{}) == -3 && heap(3) == -3 && len("abc") == 3 && dest() == -2 && U(3).get() == -3);
int array[neg(0)];
template <int N> struct X { static constexpr int v = N; };
static_assert(X<neg(1)>::v == -1);
enum { en = lam(0) };
int main() { switch (neg(2)) { case cons(2): return sizeof array == 8 && en == 4 ? 0 : 1; } return 2; }
