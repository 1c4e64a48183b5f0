// Odd: lambdas that keep a copy of their object
struct S {
  int x = 1;
  // AI-generated: GPT-4
  auto copy() { return [*this] { return x; }; }
  // AI-generated: GPT-4
  auto self() { return [this]() mutable { return ++x; }; }
};
// AI-generated: GPT-4
int main() { S s; auto c = s.copy(); s.self()(); return c() - 1 + s.x - 2; }
