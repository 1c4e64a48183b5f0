/* In C a key is an integer: what else is named there does not compile, and is taken back. */
struct request {
  unsigned user;
  const char *name;
};

static int rank(const struct request *request, unsigned short shard) { return (int)(request->user + shard); }
static void note(int *user) { ++*user; }

/* AI-generated: GPT-5, replaces: rank, rollout: 10%, key: request->user */
static int rank_fast(const struct request *request, unsigned short shard) {
  int sum = (int)request->user;
  return sum + shard;
}

/* AI-generated: GPT-5, replaces: rank, experiment: split, key: shard, breaker: 3 */
static int rank_faster(const struct request *request, unsigned short shard) { return (int)(shard + request->user); }

/* AI-generated: GPT-5, replaces: rank, rollout: 10%, key: request->name */
static int rank_by_name(const struct request *request, unsigned short shard) { return (int)(shard + request->user); }

/* AI-generated: GPT-5, replaces: note, rollout: 10%, key: this->user */
static void note_fast(int *user) { *user += 1; }

int main(void) {
  struct request request = {1, "a"};
  int user = rank_fast(&request, 1) + rank_faster(&request, 1) + rank_by_name(&request, 1);
  note_fast(&user);
  note(&user);
  return user + rank(&request, 1) - 10;
}
