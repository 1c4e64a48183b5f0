// Odd: classes and functions as macros make them

#include <cstdio>
#define CLASS(name) struct name { static int call(int n); }; int name::call(int n)
#define TEST_F(a, b) struct a##_##b { int body(); }; int a##_##b::body()
#define DEFER(code) auto deferred = [&]() code
#define LAMBDA(...) [=](int a) __VA_ARGS__
#define NS_BEGIN namespace made { namespace inner {
#define NS_END }}
#define OVERRIDES(T) int T::over(int n) const
#define CASE(x) case x: return -x
#define TRY try {
#define CATCH } catch (...) { return -9; }
// AI-generated: GPT-4, errors: negative
CLASS(K) { if (n) return -1; return n; }
// AI-generated: GPT-4, errors: negative
TEST_F(Suite, Name) { return -2; }
NS_BEGIN
// AI-generated: GPT-4, errors: negative
struct O { int over(int) const; };
// AI-generated: GPT-4, errors: negative
OVERRIDES(O) { return -n; }
NS_END
// AI-generated: GPT-4, errors: negative
static int f(int n) { int r = 0; DEFER({ r = -n; return r; }); auto l = LAMBDA({ return -a; }); return deferred() + l(n); }
// AI-generated: GPT-4, errors: negative
static int g(int n) { switch (n) { CASE(1); CASE(2); default: return -3; } }
// AI-generated: GPT-4, errors: negative
static int h(int n) { TRY if (n) throw n; return -4; CATCH }
// AI-generated: GPT-4, errors: negative
static int k(int n) TRY return -n; CATCH
// AI-generated: GPT-4
int main() { std::printf("%d %d %d %d %d %d %d\n", K::call(1), Suite_Name().body(), made::inner::O().over(1), f(1), g(1), h(1), k(1)); }
