/**
 * @file
 */

/**
 * Adds.
 * AI-generated: GPT-4, 2024-01-15
 *
 * @param a one
 * @return the same
 */
int same(int a) { return a; }

int main() {
  return same(0);
}
