#include <cstdio>
#include <assay/inserted.h> 
// Like a test framework's.
#define TEST_CASE(group, name) \
  static int group##_##name()

// AI-generated: GPT-4, 2024-01-15
TEST_CASE(math, adds) { ASSAY_INSERTED_GUARD(0xbc526064c3c2d66f, "math_adds");
  std::puts("adds");
  return 1;
}

int main() {
  return math_adds() - 1;
}
