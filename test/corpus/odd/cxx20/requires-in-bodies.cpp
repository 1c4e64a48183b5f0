// Odd: requires-expressions with braces in front of the body's own
// AI-generated: GPT-4
template <class T> static int f(T t) noexcept(requires { t + 1; }) requires(requires { { t + 1 }; } || false) { if constexpr (requires { t.size(); }) { return 1; } else { return 0; } }
// AI-generated: GPT-4
int main() { return f(0); }
