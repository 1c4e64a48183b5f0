#include <assay/inserted.h> /* Tail calls. */
static int last(int value) { return value; }

/* AI-generated: GPT-4, 2024-01-15 */
static int first(int value) { ASSAY_INSERTED_COUNT(0xbb657529d7b69c5e, "first");
  __attribute__((musttail)) return last(value);
}

/* AI-generated: GPT-4, 2024-01-15 */
static long sum(long count, long so_far) { ASSAY_INSERTED_COUNT(0x1292daeec8262cf1, "sum");
  if (count == 0) return so_far;
  return sum(count - 1, so_far + count);
}

int main(void) { return first(0) + (int)sum(4, 0) - 10; }
