// Odd: lambdas in lambdas, each with a tag
// AI-generated: GPT-4
int main() {
  // AI-generated: GPT-4
  auto outer = [](int x) {
    // AI-generated: GPT-4
    auto inner = [x](int y) {
      // AI-generated: GPT-4
      return [=] { return x + y; }();
    };
    return inner(1) - 1;
  };
  return outer(0);
}
