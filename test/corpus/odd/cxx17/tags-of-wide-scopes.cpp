// Odd: tags of a class, a namespace, a block and a statement
// AI-generated: GPT-4
namespace n {
int f(int x) { return x; }
struct S { int get() const { return x; } int x = 0; };
}
// AI-generated: GPT-4
struct T {
  T() : value(0) {}
  int get() { return value; }
  struct Inner { int get() { return 0; } };
  int value;
};
int main() {
  T t;
  // AI-generated: GPT-4
  if (t.get()) { return 1; }
  return n::f(0) + n::S().get() + T::Inner().get();
}
