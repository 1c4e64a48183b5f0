// Odd: initialisers with braces stand before the brace that counts
struct P { int x, y; };
struct S : P {
  // AI-generated: GPT-4
  S() : P{1, 2}, a{3}, b{[] { return 4; }()}, c{{5}} { sum = x + y + a + b + c[0]; }
  int a, b, c[1], sum;
};
// AI-generated: GPT-4
static P f(P p = P{0, 0}) noexcept(noexcept(P{1, 1})) { return p; }
// AI-generated: GPT-4
int main() { return S{}.sum - 15 + f().x; }
