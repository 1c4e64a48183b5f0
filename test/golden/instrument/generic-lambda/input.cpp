// Generic.
int main() {
  // AI-generated: GPT-4, 2024-01-15
  auto same = [](auto value) { return value; };
  return same(2) + static_cast<int>(same(1.5)) - 3;
}
