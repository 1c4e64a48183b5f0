// Odd: if consteval first in a body
// AI-generated: GPT-4
constexpr int f(int x) { if consteval { return x + 1; } else { return x; } }
// AI-generated: GPT-4
constexpr int g(int x) { if !consteval { return x; } return x + 1; }
static_assert(f(0) == 1 && g(0) == 1);
// AI-generated: GPT-4
int main() { volatile int x = 0; return f(x) + g(x); }
