// Odd: unions with constructors, and anonymous ones
#include <new>
union U {
  // AI-generated: GPT-4
  U() : i(0) {}
  // AI-generated: GPT-4
  ~U() {}
  // AI-generated: GPT-4
  int get() const { return i; }
  int i;
  double d;
};
struct S { union { int a; float b; };
// AI-generated: GPT-4
  int get() { return a; } };
// AI-generated: GPT-4
int main() { U u; S s; s.a = 0; return u.get() + s.get(); }
