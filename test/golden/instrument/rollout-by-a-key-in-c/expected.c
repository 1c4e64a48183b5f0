#include <assay/inserted_experiment.h> /* In C a key is an integer: what else is named there does not compile, and is taken back. */
struct request {
  unsigned user;
  const char *name;
};

static int rank(const struct request *request, unsigned short shard) { return (int)(request->user + shard); }
static void note(int *user) { ++*user; }

/* AI-generated: GPT-5, replaces: rank, rollout: 10%, key: request->user */
static int rank_fast(const struct request *request, unsigned short shard) { ASSAY_INSERTED_ROLLOUT_BY(0x5411db99a7b8b067, "rank_fast", 1000, 0x519ff684b2a7a85f, "rank, replaced by rank_fast", request->user, rank(ASSAY_INSERTED_PASS(request), ASSAY_INSERTED_PASS(shard))); ASSAY_INSERTED_GUARD(0x5411db99a7b8b067, "rank_fast");
  int sum = (int)request->user;
  return sum + shard;
}

/* AI-generated: GPT-5, replaces: rank, experiment: split, key: shard, breaker: 3 */
static int rank_faster(const struct request *request, unsigned short shard) { ASSAY_INSERTED_ROLLOUT_BY(0x452868f207e38926, "rank_faster", ASSAY_INSERTED_BREAKER(5000, 3, 0), 0xa4264169fef5f857, "rank, replaced by rank_faster", shard, rank(ASSAY_INSERTED_PASS(request), ASSAY_INSERTED_PASS(shard))); ASSAY_INSERTED_GUARD(0x452868f207e38926, "rank_faster"); return (int)(shard + request->user); }

/* AI-generated: GPT-5, replaces: rank, rollout: 10%, key: request->name */
static int rank_by_name(const struct request *request, unsigned short shard) { ASSAY_INSERTED_GUARD(0x99f94953e68fc842, "rank_by_name"); return (int)(shard + request->user); }

/* AI-generated: GPT-5, replaces: note, rollout: 10%, key: this->user */
static void note_fast(int *user) { ASSAY_INSERTED_GUARD(0x8ec7130111bc00a6, "note_fast"); *user += 1; }

int main(void) {
  struct request request = {1, "a"};
  int user = rank_fast(&request, 1) + rank_faster(&request, 1) + rank_by_name(&request, 1);
  note_fast(&user);
  note(&user);
  return user + rank(&request, 1) - 10;
}
