// Odd: every form of expression behind return
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

#include <cstdio>
#include <memory>
#include <optional>
enum class E : signed char { bad = -1, good };
struct S { int v; explicit operator bool() const { return v; } operator int() const { return -v; } int b : 3; };
static int comma(int a, int b) { return a++, b; }
static int thr(int a) { return a ? -a : throw 1; }
static int lam(int a) { return [&] { return -a; }(); }
static int lamd(int a) { return [a](auto x) { if (x) return -x; return x; }(a); }
static E en(int a) { return a ? E::bad : E::good; }
static E en2(int a) { return static_cast<E>(-a); }
static bool sb(S s) { return bool(s); }
static bool nb(S s) { return static_cast<bool>(s) && s.v > 2; }
static int conv(S s) { return s; }
static int braces(int a) { return {-a}; }
static int fcast(int a) { return int(-a); }
static int fbr(int a) { return int{-a}; }
static int bits(S s) { return s.b; }
static auto deduced(int a) { if (a) return -1; return a; }
static auto trail(int a) -> long { return -a; }
static decltype(auto) dec(int &a) { return (a); }
static int &ref(int &a) { return a; }
static const int &cref(const int &a) { return a; }
static int &&rref(int &&a) { return static_cast<int &&>(a); }
static int *ptr(int *p) { return p; }
static int S::*mem(int a) { return a ? &S::v : nullptr; }
static int (S::*memf(int))() const { return nullptr; }
static std::unique_ptr<int> uq(int a) { if (a) return nullptr; return std::make_unique<int>(a); }
static std::shared_ptr<int> sh(int a) { return a ? std::make_shared<int>(a) : nullptr; }
static std::optional<int> op(int a) { if (a) return {}; return a; }
static std::nullptr_t nul() { return nullptr; }
static void vo(int a) { return static_cast<void>(comma(a, a)); }
static int nw(int a) { return *new int(-a); }
static int sz() { return -static_cast<int>(sizeof(int)); }
static int tem(int a) { return std::optional<int>{-a}.value(); }
static char ch(int a) { return a < 0 ? '\xff' : 'a'; }
static int ifc(int a) { if constexpr (sizeof(a) == 4) return -a; else return a; }
static int ini(int a) { if (int b = -a; b < 0) return b; else return -b; }
static int sw(int a) { switch (int b = a; b) { case 1: return -1; [[likely]] case 2: return -2; default: [[fallthrough]]; case 3: return -3; } }
static int att(int a) { if (a) [[likely]] return -1; else [[unlikely]] return -2; }
static int rng(int a) { for (int x : {a, -a}) if (x < 0) return x; return 0; }
static int tr(int a) { try { if (a) return -a; throw a; } catch (int x) { return -1 - x; } catch (...) { return 3; } }
template <class T> static T dep(T a) { if (a) return -a; return T{}; }
template <class T> static auto dep2(T a) -> decltype(-a) { return -a; }
template <class... T> static int fold(T... a) { return (... + a); }
template <bool B> static bool tb() { return B; }
static int (*fp(bool b))(int) { if (b) return [](int a) { return -a; }; return nullptr; }
static int (*fq())(int) { return +[](int a) { return -a; }; }
int main() {
  int x = 3; S s{2, 1};
  std::printf("%d %d %d %d %d %d %d %d %d %d %d %d\n", comma(1, -2), thr(1), lam(1), lamd(1), int(en(1)), int(en2(1)), sb(s), nb(s), conv(s), braces(1), fcast(1), fbr(1));
  std::printf("%d %d %ld %d %d %d %d %d %d %d %d %d\n", bits(s), deduced(1), trail(1), dec(x), ref(x), cref(x), rref(4), *ptr(&x), mem(0) == nullptr, memf(0) == nullptr, uq(1) == nullptr, sh(0) == nullptr);
  vo(1);
  std::printf("%d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d\n", op(1).has_value(), nul() == nullptr, nw(1), sz(), tem(1), ch(-1), ifc(1), ini(1), sw(1), att(1), rng(1), tr(0), dep(1), dep2(1), fold(1, -2), tb<false>(), fp(true)(1), fq()(2));
}
