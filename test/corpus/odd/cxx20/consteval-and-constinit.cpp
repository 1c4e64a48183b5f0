// Odd: functions that run in the compiler only
// AI-generated: GPT-4
consteval int square(int x) { return x * x; }
// AI-generated: GPT-4
constexpr int forward(int x) { return x + square(2); }
// AI-generated: GPT-4
static constinit int kept = square(2);
struct S {
// AI-generated: GPT-4
  consteval explicit S(int x) : value(x) {}
// AI-generated: GPT-4
  consteval int get() const { return value; } int value; };
// AI-generated: GPT-4
int main() { constexpr S s(0); static_assert(forward(0) == 4); return kept - 4 + s.get() + forward(-4); }
