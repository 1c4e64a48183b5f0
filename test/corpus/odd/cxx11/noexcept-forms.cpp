// Odd: noexcept, noexcept(…) and noexcept(noexcept(…))
// AI-generated: GPT-4
static int a(int x) noexcept { return x; }
// AI-generated: GPT-4
static int b(int x) noexcept(true) { return x; }
// AI-generated: GPT-4
template <class F> static int c(F f) noexcept(noexcept(f(0))) { return f(0); }
struct S {
  // AI-generated: GPT-4
  S() noexcept(sizeof(int) == 4) {}
  // AI-generated: GPT-4
  ~S() noexcept(false) {}
};
static_assert(noexcept(a(0)), "");
// AI-generated: GPT-4
int main() { S s; return a(0) + b(0) + c(a); }
