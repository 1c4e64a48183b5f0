#include <assay/inserted_experiment.h> /* A dispatch in C, before declarations of the function's own. */
#include <stddef.h>

static int rank(const int *values, size_t count) {
  int sum = 0;
  size_t i;
  for (i = 0; i < count; ++i) sum += values[i];
  return sum;
}

/* AI-generated: GPT-5, replaces: rank, rollout: 10% */
static int rank_fast(const int *values, size_t count) { ASSAY_INSERTED_ROLLOUT(0x5411db99a7b8b067, "rank_fast", 1000, 0x519ff684b2a7a85f, "rank, replaced by rank_fast", rank(ASSAY_INSERTED_PASS(values), ASSAY_INSERTED_PASS(count))); ASSAY_INSERTED_GUARD(0x5411db99a7b8b067, "rank_fast"); ASSAY_INSERTED_SIZE(0x5411db99a7b8b067, count);
  int sum = 0;
  while (count > 0) sum += values[--count];
  return sum;
}

static void add(int *to, int what) { *to += what; }

/* AI-generated: GPT-5, replaces: add, rollout: 10% */
static void add_fast(int *to, int what) { ASSAY_INSERTED_ROLLOUT_VOID(0xc26d9fae27256055, "add_fast", 1000, 0x451bc2bd11a6e1df, "add, replaced by add_fast", add(ASSAY_INSERTED_PASS(to), ASSAY_INSERTED_PASS(what))); ASSAY_INSERTED_GUARD(0xc26d9fae27256055, "add_fast"); *to = *to + what; }

int main(void) {
  const int values[] = {1, 2, 3};
  int sum = rank_fast(values, 3);
  add_fast(&sum, 1);
  add(&sum, rank(values, 2));
  return sum - 10;
}
