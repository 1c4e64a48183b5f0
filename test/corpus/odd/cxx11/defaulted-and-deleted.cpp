// Odd: functions without a body of their own, tagged all the same
struct S {
  // AI-generated: GPT-4
  S() = default;
  // AI-generated: GPT-4
  S(const S&) = delete;
  // AI-generated: GPT-4
  S& operator=(const S&) = delete;
  // AI-generated: GPT-4
  S(S&&);
  // AI-generated: GPT-4
  ~S() = default;
  int x = 0;
};
// AI-generated: GPT-4
S::S(S&&) = default;
// AI-generated: GPT-4
static void f(double) = delete;
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
int main() { S s; return s.x + f(0); }
