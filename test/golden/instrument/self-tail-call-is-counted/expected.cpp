#include <assay/inserted.h> // Recursion.
// AI-generated: GPT-4, 2024-01-15
long sum(long count, long so_far) { ASSAY_INSERTED_COUNT(0x8588b86e3557cd81, "sum");
  if (count == 0) return so_far;
  return sum(count - 1, so_far + count);
}

int main() {
  return sum(4, 0) == 10 ? 0 : 1;
}
