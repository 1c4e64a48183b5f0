// Sums.
#include <cstdlib>

int main() {
  int sum = 0;
  // AI-generated: GPT-4, 2024-01-15
  auto add = [&sum](int value) {
    sum += std::abs(value);
    return sum;
  };
  add(1);
  return add(2) - 3;
}
