// Odd: labels, statics and unevaluated parts in constants
// AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr

constexpr int g(int a) { if (a < 0) goto out; return -a; out: return 1; }
constexpr int s(int a) { if (a > 5) { static int x = 3; return x; } return -a; }
constexpr int t(int a) { if consteval { return -a; } else { return a - 2 * a; } }
constexpr int u(int a) { if not consteval { return -a; } return -a; }
struct S { static constexpr int operator()(int a) { return -a; } static int operator[](int a, int b) { return a - b; } };
struct D { int v; constexpr int f(this auto const& self, int a) { if (a) return -self.v; return self.v; } constexpr int g(this D self) { return -self.v; } template <class T> constexpr auto& h(this T&& t) { return t.v; } };
constexpr auto rec = [](this auto self, int n) -> int { if (n <= 0) return -1; return self(n - 1); };
static_assert(g(2) == -2 && s(2) == -2 && t(2) == -2 && u(2) == -2 && S{}(2) == -2 && D{3}.f(1) == -3 && D{3}.g() == -3 && rec(3) == -1);
static int un(int a) { auto l = [] mutable { return -1; }; auto m = [] noexcept -> int { return -2; }; return a + l() + m(); }
int main() { D d{4}; return g(0) + s(0) + t(0) + u(0) + S{}[1, 1] + (d.h() - 4) + un(3); }
