// Odd: try, new, virtual and asm in constexpr functions
struct Base {
// AI-generated: GPT-4
  constexpr virtual ~Base() = default;
// AI-generated: GPT-4
  constexpr virtual int f() const { return 1; } };
struct Derived : Base {
// AI-generated: GPT-4
  constexpr int f() const override { return 2; } };
// AI-generated: GPT-4
constexpr int dynamic(int n) { int* p = new int[2]{n, n}; int r = p[0] + p[1]; delete[] p; return r; }
// AI-generated: GPT-4
constexpr int tries(int x) { try { return x; } catch (...) { return -1; } }
// AI-generated: GPT-4
constexpr int calls() { Derived d; const Base& b = d; return b.f(); }
static_assert(dynamic(2) == 4 && tries(0) == 0 && calls() == 2);
// AI-generated: GPT-4
int main() { volatile int n = 2; return dynamic(n) - 4 + tries(0) + calls() - 2; }
