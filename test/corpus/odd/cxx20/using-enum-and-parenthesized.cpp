// Odd: using enum in a body, and explicit(bool)
enum class E { A, B };
struct S {
// AI-generated: GPT-4
  explicit(sizeof(int) == 4) S(int x) : value(x) {} int value; };
// AI-generated: GPT-4
static int f(E e) { using enum E; switch (e) { case A: return 0; case B: return 1; } return 2; }
// AI-generated: GPT-4
int main() { return f(E::A) + S(0).value; }
