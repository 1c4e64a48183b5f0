// Odd: casts from void in constexpr functions
// AI-generated: GPT-4
constexpr int f(int x) { void* p = &x; return *static_cast<int*>(p); }
static_assert(f(0) == 0);
// AI-generated: GPT-4
int main() { return f(0); }
