// Nested.
int main() {
  // AI-generated: GPT-4, 2024-01-15
  auto outer = [](int value) {
    // AI-generated: GPT-4, 2024-01-15
    auto inner = [value](int more) {
      return value + more;
    };
    return inner(1);
  };
  return outer(2) - 3;
}
