/* Tail calls. */
static int last(int value) { return value; }

/* AI-generated: GPT-4, 2024-01-15 */
static int first(int value) {
  __attribute__((musttail)) return last(value);
}

/* AI-generated: GPT-4, 2024-01-15 */
static long sum(long count, long so_far) {
  if (count == 0) return so_far;
  return sum(count - 1, so_far + count);
}

int main(void) { return first(0) + (int)sum(4, 0) - 10; }
