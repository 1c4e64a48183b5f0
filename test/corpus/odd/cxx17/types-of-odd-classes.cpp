// Odd: objects whose type cannot, or must not, be asked

#include <cstdio>
#include <memory>
#include <typeinfo>
#include <variant>
struct V { virtual ~V() = default; virtual int f() const { return -1; } V* operator&() = delete; };
struct W : virtual V { int f() const override { return -2; } };
struct X final : W {};
struct Pv { virtual int g() = 0; protected: ~Pv() = default; };
struct Pw : Pv { int g() override { return -3; } };
struct Inc;
// AI-generated begin: GPT-4
static int a(const V& v) { return v.f(); }
static int b(V* v) { if (!v) return -9; return v->f(); }
static int c(const X& x) { return x.f(); }
static int d(Pv& p) { return p.g(); }
static int e(std::variant<int, V*>& v) { return int(v.index()) - 5; }
static int f(const std::unique_ptr<V>& v) { return v->f(); }
static int g(std::shared_ptr<const W> v) { return v ? v->f() : 0; }
static int h(V& v) { v.~V(); new (static_cast<void*>(std::addressof(v))) V; return v.f(); }
static int i(Inc* p) { return p == nullptr; }
static int j(std::variant<std::monostate>* v) { return int(v->index()); }
static int k(V&& v) { return v.f(); }
static int l(V*& v) { V* w = v; v = nullptr; return w->f(); }
template <class T> static int m(T t) { return -int(sizeof t); }
// AI-generated end
int main() { V v; W w; X x; Pw pw; V* p = std::addressof(w); std::variant<int, V*> va(1); std::variant<std::monostate> mo; std::printf("%d %d %d %d %d %d %d %d %d %d %d %d %d %d\n", a(w), b(nullptr), b(p), c(x), d(pw), e(va), f(std::make_unique<W>()), g(nullptr), h(v), i(nullptr), j(&mo), k(W{}), l(p), m('c')); }
