// Odd: destructors that run in the compiler, and delete that destroys
#include <new>
struct S {
  int* out;
  // AI-generated: GPT-4
  constexpr explicit S(int* o) : out(o) {}
  // AI-generated: GPT-4
  constexpr ~S() { *out += 1; }
};
struct D {
// AI-generated: GPT-4
  void operator delete(D* d, std::destroying_delete_t) { d->~D(); ::operator delete(d); } };
// AI-generated: GPT-4
constexpr int f() { int n = 0; { S a(&n), b(&n); } return n; }
static_assert(f() == 2);
// AI-generated: GPT-4
int main() { delete new D; return f() - 2; }
