// Odd: bindings that are conditions
struct R { int code;
// AI-generated: GPT-4
  constexpr explicit operator bool() const { return code == 0; } };
// AI-generated: GPT-4
static int f(R r) { if (auto [code] = r) return code; return 1; }
// AI-generated: GPT-4
int main() { return f({0}); }
