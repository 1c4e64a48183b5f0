// Odd: members with an explicit object, by value, by reference and recursive
struct S {
  int x = 0;
  // AI-generated: GPT-4
  int get(this const S& self) { return self.x; }
  // AI-generated: GPT-4
  template <class Self> auto&& any(this Self&& self) { return self.x; }
  // AI-generated: GPT-4
  int by_value(this S self, int y) { self.x += y; return self.x; }
  // AI-generated: GPT-4
  bool operator==(this const S& a, const S& b) { return a.x == b.x; }
};
// AI-generated: GPT-4
int main() { S s; auto fib = [](this auto self, int n) -> int { return n < 2 ? n : self(n - 1) + self(n - 2); }; return s.get() + s.any() + s.by_value(1) - 1 + fib(6) - 8 + !(s == S{}); }
