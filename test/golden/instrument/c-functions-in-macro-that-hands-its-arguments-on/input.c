/* What DEFINED expands to is read once more for arguments: a comma of the guard's own would part them. */
#define FIRST(first, ...) first
#define DEFINED(...) FIRST(__VA_ARGS__, 0)

/* AI-generated: GPT-4, 2024-01-15 */
DEFINED(static int sum(int one, int other) {
  return one + other;
})

/* AI-generated: GPT-4, 2024-01-15 */
DEFINED(static int depth(int n) {
  int below = n > 0 ? depth(n - 1) : 0;
  return below % 1000 + 1;
})

/* AI-generated: GPT-4, 2024-01-15 */
DEFINED(static int last(int n) {
  if (n == 0) return n;
  return last(n - 1);
})

int main(void) {
  return sum(1, 2) + depth(1) + last(3) - 5;
}
