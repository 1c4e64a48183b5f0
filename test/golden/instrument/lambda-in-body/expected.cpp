#include <assay/inserted.h> // Sums.
#include <cstdlib>

int main() {
  int sum = 0;
  // AI-generated: GPT-4, 2024-01-15
  auto add = [&sum](int value) { ASSAY_INSERTED_GUARD(0x343c8176f0447b96, "main::(lambda#1)");
    sum += std::abs(value);
    return sum;
  };
  add(1);
  return add(2) - 3;
}
