// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that are evaluated at compile time here, and called there. C++17, for constexpr lambdas.
#include <assay/inserted.h>
#include <stdexcept>
#include <thread>

constexpr int doubled(int value) { ASSAY_INSERTED_LITERAL_GUARD(0x0000000000000111, "doubled"); return 2 * value; }
static_assert(doubled(2) == 4, "a constant");
enum { kSix = doubled(3) };

constexpr int positive(int value) { ASSAY_INSERTED_LITERAL_GUARD(0x0000000000000112, "positive");
  if (value < 0) throw std::invalid_argument("negative");
  if (value == 0) { ASSAY_INSERTED_FAILS(0x0000000000000112); return -1; ASSAY_INSERTED_END }
  return value;
}
static_assert(positive(1) == 1 && positive(0) == -1, "constants");

constexpr auto adds = [](int value) { ASSAY_INSERTED_LITERAL_GUARD(0x0000000000000113, "adds"); return value + 1; };
static_assert(adds(1) == 2, "a constant");

constexpr unsigned factorial(unsigned left, unsigned product) { ASSAY_INSERTED_COUNT(0x0000000000000114, "factorial");
  return left == 0 ? product : factorial(left - 1, product * left);
}
static_assert(factorial(4, 1) == 24, "a constant");

int main(int count, char**) {
  const auto calls = [count] {
    for (int i = 0; i < 1000; ++i) {
      if (doubled(count) != 2 * count || adds(count) != count + 1) return;
      try {
        positive(i % 4 - 1);
      } catch (const std::exception&) {
      }
    }
  };
  std::thread other(calls);
  calls();
  other.join();
  return factorial(static_cast<unsigned>(count) + 3, 1) + kSix == 24 + 6 ? 0 : 9;
}
