// Who wanted to be careful does not get all calls for a slip of the pen.
int rank(int value) { return value; }

// AI-generated: GPT-5, replaces: rank, rollout: ten
int rankFast(int value) { return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 101%
int rankFaster(int value) { return value; }
// AI-generated: GPT-5, replaces: rank, experiment: splitted
int rankFastest(int value) { return value; }
