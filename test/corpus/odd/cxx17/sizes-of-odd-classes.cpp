// Odd: classes whose size cannot, or must not, be asked

#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
struct Priv { private: int size() const noexcept { return 1; } const char* data() const noexcept { return ""; } };
struct Del { int size() const noexcept = delete; const char* data() const noexcept { return ""; } };
struct Rv { int size() && noexcept { return 1; } int size() const & noexcept { return 2; } char* data() const noexcept { return nullptr; } };
struct Vol { int size() const volatile noexcept { return 3; } char* data() const noexcept { return nullptr; } };
struct Tmp { template <class T = int> T size() const noexcept { return 4; } char* data() const noexcept { return nullptr; } };
struct Mem { int size = 5; int length() const noexcept { return size; } char* data() const noexcept { return nullptr; } };
struct St { static int size() noexcept { return 6; } char* data() const noexcept { return nullptr; } };
struct Def { int size(int = 3) const noexcept { return 7; } char* data() const noexcept { return nullptr; } };
struct Cls { struct N { int n; operator int() const noexcept { return n; } }; N size() const noexcept { return {8}; } char* data() const noexcept { return nullptr; } };
struct Amb1 { int size() const noexcept { return 1; } char* data() const noexcept { return nullptr; } }; struct Amb2 { int size() const noexcept { return 1; } }; struct Amb : Amb1, Amb2 {};
struct Pri : private std::string { using std::string::size; using std::string::data; };
struct Addr { Addr* operator&() const { std::puts("addr"); return nullptr; } int size() const noexcept { return 9; } char* data() const noexcept { return nullptr; } };
struct Dep { [[deprecated]] int size() const noexcept { return 11; } char* data() const noexcept { return nullptr; } };
struct Nod { [[nodiscard]] int size() const noexcept { return 12; } char* data() const noexcept { return nullptr; } };
struct Arrow { std::string* operator->() const { std::puts("arrow"); return nullptr; } };
// AI-generated begin: GPT-4
static int a(const Priv& x) { (void)x; return -1; }
static int b(const Del& x) { (void)x; return -1; }
static int c(Rv& x) { (void)x; return -1; }
static int d(const volatile Vol& x) { (void)x; return -1; }
static int e(const Tmp& x) { (void)x; return -1; }
static int f(const Mem& x) { (void)x; return -1; }
static int g(const St& x) { (void)x; return -1; }
static int h(const Def& x) { (void)x; return -1; }
static int i(const Cls& x) { (void)x; return -1; }
static int j(const Amb& x) { (void)x; return -1; }
static int k(const Pri& x) { (void)x; return -1; }
static int l(const Addr& x) { (void)x; return -1; }
static int n(const Dep& x) { (void)x; return -1; }
static int o(const Nod& x) { (void)x; return -1; }
static int p(const Arrow& x) { (void)x; return -1; }
static int q(std::string&& x, std::vector<bool> y) { auto z = std::move(x); return int(z.size() + y.size()); }
static int r(const std::optional<std::string_view>& x, std::unique_ptr<std::vector<int>> y) { return x ? int(x->size()) : y ? 1 : 0; }
static int s(const std::string (&x)[2], std::string* const* y) { return x[0].empty() + (y == nullptr); }
static int t(std::string size, int x = sizeof(int)) { return int(size.size()) + x; }
static int u(const std::map<int, std::string>& m, std::string& items) { items = "x"; return int(m.size()); }
static int v(std::initializer_list<int> l, const char* data, std::size_t size) { return int(l.size() + size) + (data ? 1 : 0); }
// AI-generated end
int main() { int z = 0; std::string w[2]; z += a({}) + b({}) + e({}) + f({}) + g({}) + h({}) + i({}) + j({}) + k({}) + l({}) + n({}) + o({}) + p({}); Rv rv; Vol vv; z += c(rv) + d(vv) + q("abc", {}) + r({}, {}) + s(w, nullptr) + t("x") + u({}, w[0]) + v({}, "", 0); std::printf("%d\n", z); }
