/* A dispatch in C, before declarations of the function's own. */
#include <stddef.h>

static int rank(const int *values, size_t count) {
  int sum = 0;
  size_t i;
  for (i = 0; i < count; ++i) sum += values[i];
  return sum;
}

/* AI-generated: GPT-5, replaces: rank, rollout: 10% */
static int rank_fast(const int *values, size_t count) {
  int sum = 0;
  while (count > 0) sum += values[--count];
  return sum;
}

static void add(int *to, int what) { *to += what; }

/* AI-generated: GPT-5, replaces: add, rollout: 10% */
static void add_fast(int *to, int what) { *to = *to + what; }

int main(void) {
  const int values[] = {1, 2, 3};
  int sum = rank_fast(values, 3);
  add_fast(&sum, 1);
  add(&sum, rank(values, 2));
  return sum - 10;
}
