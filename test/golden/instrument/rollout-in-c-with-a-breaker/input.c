/* The same in C, where no function can run in the shadow of another one. */
static int rank(int value) { return value; }
static int counter(int value) { return value + 1; }

/* AI-generated: GPT-5, replaces: rank, rollout: 10%, breaker: 3 20ms */
static int rank_fast(int value) { return value; }
/* AI-generated: GPT-5, replaces: counter, experiment: shadow */
static int counter_fast(int value) { return 1 + value; }

int main(void) { return rank_fast(1) + counter_fast(2) + rank(0) + counter(-1) - 4; }
