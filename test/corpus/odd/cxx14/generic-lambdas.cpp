// Odd: lambdas with parameters of any type, and init-captures
// AI-generated: GPT-4
static auto twice = [](auto f, auto x) { return f(f(x)); };
// AI-generated: GPT-4
int main() {
  // AI-generated: GPT-4
  auto add = [n = 1, m{2}](auto x) mutable { n += m; return x + n; };
  return twice([](auto x) { return x + 1; }, 0) - 2 + add(0) - 3;
}
