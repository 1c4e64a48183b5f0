// Odd: clang::musttail in C++
// AI-generated: GPT-4
static int even(unsigned n);
// AI-generated: GPT-4
static int odd(unsigned n) { if (n == 0) return 0; [[clang::musttail]] return even(n - 1); }
// AI-generated: GPT-4
static int even(unsigned n) { if (n == 0) return 1; [[clang::musttail]] return odd(n - 1); }
// AI-generated: GPT-4
int main() { return even(100000) - 1; }
