#include <assay/inserted.h> /**
 * @file
 */

/**
 * Adds.
 * AI-generated: GPT-4, 2024-01-15
 *
 * @param a one
 * @return the same
 */
int same(int a) { ASSAY_INSERTED_GUARD(0x298bd59e5a7c461f, "same"); return a; }

int main() {
  return same(0);
}
