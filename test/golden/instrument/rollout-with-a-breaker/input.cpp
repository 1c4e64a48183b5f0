// When a process ends an experiment by itself stands in the tag; where that cannot be read the function has no calls.
int rank(int value) { return value; }
void note(int) {}

// AI-generated: GPT-5, replaces: rank, rollout: 10%, breaker: 3
int rankFast(int value) { return value; }
// AI-generated: GPT-5, replaces: rank, experiment: split, breaker: 20ms
int rankFaster(int value) { return value; }
// AI-generated: GPT-5, replaces: note, rollout: 100%, breaker: 3 1.5us
void noteFast(int value) { (void)value; }
// AI-generated: GPT-5, replaces: rank, experiment: shadow, breaker: off
int rankInShadow(int value) { return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%, breaker: often
int rankUnread(int value) { return value; }
// AI-generated: GPT-5, breaker: 3
int ofNothing(int value) { return value; }

int main() {
  noteFast(1);
  return rankFast(1) + rankFaster(2) + rankInShadow(3) + rankUnread(4) + ofNothing(5) - 15;
}
