// Odd: noexcept is a part of a function's type
// AI-generated: GPT-4
static int f(int x) noexcept { return x; }
// AI-generated: GPT-4
static int call(int (*g)(int) noexcept) noexcept { return g(0); }
// AI-generated: GPT-4
template <class R, bool N> static constexpr bool quiet(R (*)(int) noexcept(N)) { return N; }
static_assert(quiet(f));
// AI-generated: GPT-4
int main() { return call(f); }
