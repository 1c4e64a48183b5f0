// Odd: one tag for everything
// AI-generated: GPT-4

#include <utility>
static int f(int x) { return x; }
template <class T> T g(T x) { return std::move(x); }
namespace { struct S { int h() { return [] { return 0; }(); } }; }
int main() { return f(0) + g(0) + S().h(); }
