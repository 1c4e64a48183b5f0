// Since C++17 a lambda is constexpr when it can be.
int main() {
  // AI-generated: GPT-4, 2024-01-15
  auto square = [](int value) { return value * value; };
  static_assert([](int value) { return value; }(1) == 1);
  return square(2) - 4;
}
