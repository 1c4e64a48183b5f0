// Odd: auto parameters in members, operators and friends
struct S {
  // AI-generated: GPT-4
  auto operator()(auto... x) const { return (0 + ... + x); }
  // AI-generated: GPT-4
  friend int operator+(S, auto x) { return x; }
  // AI-generated: GPT-4
  static int f(auto&& x, auto y = 0) { return x + y; }
};
// AI-generated: GPT-4
int main() { S s; return s(1, -1) + (s + 0) + S::f<int, int>(0); }
