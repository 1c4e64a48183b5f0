#include <assay/inserted_experiment.h> /* The same in C, where no function can run in the shadow of another one. */
static int rank(int value) { return value; }
static int counter(int value) { return value + 1; }

/* AI-generated: GPT-5, replaces: rank, rollout: 10%, breaker: 3 20ms */
static int rank_fast(int value) { ASSAY_INSERTED_ROLLOUT(0x5411db99a7b8b067, "rank_fast", ASSAY_INSERTED_BREAKER(1000, 3, 20000000), 0x519ff684b2a7a85f, "rank, replaced by rank_fast", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x5411db99a7b8b067, "rank_fast"); return value; }
/* AI-generated: GPT-5, replaces: counter, experiment: shadow */
static int counter_fast(int value) { ASSAY_INSERTED_GUARD(0x162ba5fabd8c7b4f, "counter_fast"); return 1 + value; }

int main(void) { return rank_fast(1) + counter_fast(2) + rank(0) + counter(-1) - 4; }
