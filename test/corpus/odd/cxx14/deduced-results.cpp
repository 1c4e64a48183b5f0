// Odd: auto and decltype(auto), of functions that call themselves, and that throw only
// AI-generated: GPT-4
static auto f(int n) { if (n == 0) return 0; return f(n - 1); }
// AI-generated: GPT-4
static decltype(auto) g(int& x) { return (x); }
// AI-generated: GPT-4
static decltype(auto) h() { static int kept = 0; return (kept); }
// AI-generated: GPT-4
static auto nothing() {}
// AI-generated: GPT-4
static const auto& reference(const int& x) { return x; }
// AI-generated: GPT-4
int main() { int x = 0; g(x) = 1; h() = 1; nothing(); return f(3) + x + h() - 2 + reference(0); }
