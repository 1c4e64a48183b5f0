#include <assay/inserted.h> /* What DEFINED expands to is read once more for arguments: a comma of the guard's own would part them. */
#define FIRST(first, ...) first
#define DEFINED(...) FIRST(__VA_ARGS__, 0)

/* AI-generated: GPT-4, 2024-01-15 */
DEFINED(static int sum(int one, int other) { ASSAY_INSERTED_GUARD(0x1292daeec8262cf1, "sum");
  return one + other;
})

/* AI-generated: GPT-4, 2024-01-15 */
DEFINED(static int depth(int n) { ASSAY_INSERTED_RECURSIVE_GUARD(0xac8d8e0a31433ce0, "depth");
  int below = n > 0 ? depth(n - 1) : 0;
  return below % 1000 + 1;
})

/* AI-generated: GPT-4, 2024-01-15 */
DEFINED(static int last(int n) { ASSAY_INSERTED_COUNT(0xe782905e2bdebae4, "last");
  if (n == 0) return n;
  return last(n - 1);
})

int main(void) {
  return sum(1, 2) + depth(1) + last(3) - 5;
}
