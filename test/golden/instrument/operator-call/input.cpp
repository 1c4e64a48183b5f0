// Adder.
struct Adder {
  int by;
  // AI-generated: GPT-4, 2024-01-15
  int operator()(int value) const { return value + by; }
};

int main() {
  return Adder{2}(3) - 5;
}
