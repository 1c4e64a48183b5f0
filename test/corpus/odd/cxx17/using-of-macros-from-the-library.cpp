// Odd: assert, offsetof and va_arg in bodies
#include <cassert>
#include <cstddef>
struct P { int a, b; };
// AI-generated: GPT-4
static std::size_t f(int x) { assert(x == 0 && "{"); return offsetof(P, b) - sizeof(int); }
// AI-generated: GPT-4
int main() { return int(f(0)); }
