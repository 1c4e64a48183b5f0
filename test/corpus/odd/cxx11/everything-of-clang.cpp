// Odd: warnings that only Clang has
// with: -Weverything -Wno-c++98-compat -Wno-poison-system-directories -Wno-unused-command-line-argument -Werror
// AI-generated: GPT-4
static int f(int x) { const int y = x; return y; }
struct S {
// AI-generated: GPT-4
  int get() const { return x; } int x = 0; };
// AI-generated: GPT-4
int main() { return f(0) + S().get(); }
