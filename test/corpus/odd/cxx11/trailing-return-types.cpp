// Odd: results behind the parameters, main's among them
// AI-generated: GPT-4
static auto f(int x) -> int { return x; }
// AI-generated: GPT-4
template <class A, class B> static auto add(A a, B b) -> decltype(a + b) { return a + b; }
// AI-generated: GPT-4
static auto pointer() -> int (*)(int) { return [](int x) -> int { return x; }; }
// AI-generated: GPT-4
static auto array() -> int (&)[2] { static int a[2]; return a; }
// AI-generated: GPT-4
auto main() -> int { return f(0) + add(1, -1L) + pointer()(0) + array()[1]; }
