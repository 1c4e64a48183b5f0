// Odd: operator() and operator[] without an object
struct S {
// AI-generated: GPT-4
  static int operator()(int x) { return x; }
// AI-generated: GPT-4
  static int operator[](int x, int y) { return x + y; } };
// AI-generated: GPT-4
static auto f = [](int x) static { return x; };
// AI-generated: GPT-4
int main() { return S()(0) + S()[1, -1] + f(0); }
