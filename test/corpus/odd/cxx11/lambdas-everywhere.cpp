// Odd: lambdas in bodies, initialisers, default arguments and arrays
// AI-generated: GPT-4
static int apply(int (*f)(int) = [](int x) { return x; }, int x = 0) { return f(x); }
// AI-generated: GPT-4
static auto global = [](int x) { return x + 1; };
struct S {
  // AI-generated: GPT-4
  int member = [] { return 0; }();
  // AI-generated: GPT-4
  int call() { return [this] { return member; }() + [=]() mutable -> int { int x = member; return ++x; }() - 1; }
};
// AI-generated: GPT-4
static int (*table[])(int) = { [](int x) { return x; }, [](int x) -> int { return -x; } };
// AI-generated: GPT-4
int main() { S s; return apply() + global(-1) + s.call() + table[0](1) + table[1](1); }
