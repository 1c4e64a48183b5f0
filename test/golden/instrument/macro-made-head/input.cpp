#include <cstdio>

// Like a test framework's.
#define TEST_CASE(group, name) \
  static int group##_##name()

// AI-generated: GPT-4, 2024-01-15
TEST_CASE(math, adds) {
  std::puts("adds");
  return 1;
}

int main() {
  return math_adds() - 1;
}
