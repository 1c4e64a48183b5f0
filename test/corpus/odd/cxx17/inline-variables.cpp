// Odd: inline variables that are initialised by lambdas
#include <cstdio>
// AI-generated: GPT-4
inline int once = [] { std::puts("once"); return 0; }();
struct S {
// AI-generated: GPT-4
  static inline const int value = [] { return 0; }(); };
// AI-generated: GPT-4
int main() { return once + S::value; }
