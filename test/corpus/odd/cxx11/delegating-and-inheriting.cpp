// Odd: constructors that delegate and are inherited
struct A {
  // AI-generated: GPT-4
  explicit A(int x) : x{x} {}
  // AI-generated: GPT-4
  A() : A(0) { y = 1; }
  int x, y{0};
};
struct B : A { using A::A; };
// AI-generated: GPT-4
int main() { A a; B b(0); return a.y - 1 + b.x; }
