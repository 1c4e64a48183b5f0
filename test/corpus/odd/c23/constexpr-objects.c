// Odd: constexpr objects, nullptr and bool in a body
// AI-generated: GPT-4
static bool f(int *p) { constexpr int zero = 0; static constexpr int one = 1; return p == nullptr && zero != one; }
// AI-generated: GPT-4
int main() { return f(nullptr) ? 0 : 1; }
