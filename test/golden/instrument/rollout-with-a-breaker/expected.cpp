#include <assay/inserted_experiment.h> // When a process ends an experiment by itself stands in the tag; where that cannot be read the function has no calls.
int rank(int value) { return value; }
void note(int) {}

// AI-generated: GPT-5, replaces: rank, rollout: 10%, breaker: 3
int rankFast(int value) { ASSAY_INSERTED_ROLLOUT(0xfa3966cd9f232593, "rankFast", ASSAY_INSERTED_BREAKER(1000, 3, 0), 0x5bb31d457bac4a17, "rank, replaced by rankFast", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0xfa3966cd9f232593, "rankFast"); return value; }
// AI-generated: GPT-5, replaces: rank, experiment: split, breaker: 20ms
int rankFaster(int value) { ASSAY_INSERTED_ROLLOUT(0xa16f88a4a3c6e373, "rankFaster", ASSAY_INSERTED_BREAKER(5000, 5, 20000000), 0xfa50de6c36a00c51, "rank, replaced by rankFaster", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0xa16f88a4a3c6e373, "rankFaster"); return value; }
// AI-generated: GPT-5, replaces: note, rollout: 100%, breaker: 3 1.5us
void noteFast(int value) { ASSAY_INSERTED_ROLLOUT_VOID(0x0cef264e832838f7, "noteFast", ASSAY_INSERTED_BREAKER(10000, 3, 1500), 0x5e12147fc81e9c11, "note, replaced by noteFast", note(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0cef264e832838f7, "noteFast"); (void)value; }
// AI-generated: GPT-5, replaces: rank, experiment: shadow, breaker: off
int rankInShadow(int value) { ASSAY_INSERTED_SHADOW(0x1b19f6493da661cf, "rankInShadow", ASSAY_INSERTED_BREAKER(10000, 0, 0), 0x3f82625c5d4189a6, "rankInShadow, in the shadow of rank", 100); ASSAY_INSERTED_COMPARE_EITHER(0x3f82625c5d4189a6, 0x08aa07fc01a34478, "rank, replaced by rankInShadow", rankInShadow(value), rank(ASSAY_INSERTED_PASS(value)), void(decltype(value))); ASSAY_INSERTED_GUARD(0x1b19f6493da661cf, "rankInShadow"); return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%, breaker: often
int rankUnread(int value) { ASSAY_INSERTED_ROLLOUT(0x3918cde48de9494a, "rankUnread", 0, 0x877773735cac8857, "rank, replaced by rankUnread", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x3918cde48de9494a, "rankUnread"); return value; }
// AI-generated: GPT-5, breaker: 3
int ofNothing(int value) { ASSAY_INSERTED_GUARD(0x8b481da4b47eb967, "ofNothing"); return value; }

int main() {
  noteFast(1);
  return rankFast(1) + rankFaster(2) + rankInShadow(3) + rankUnread(4) + ofNothing(5) - 15;
}
