// Odd: members for lvalues and rvalues
#include <utility>
struct S {
  // AI-generated: GPT-4
  int f() & { return 1; }
  // AI-generated: GPT-4
  int f() && noexcept { return 2; }
  // AI-generated: GPT-4
  int f() const&& { return 3; }
  // AI-generated: GPT-4
  S&& g() && { return std::move(*this); }
};
// AI-generated: GPT-4
int main() { S s; return s.f() + S().g().f() - 3; }
