#include <assay/inserted_experiment.h> // Who wanted to be careful does not get all calls for a slip of the pen.
int rank(int value) { return value; }

// AI-generated: GPT-5, replaces: rank, rollout: ten
int rankFast(int value) { ASSAY_INSERTED_ROLLOUT(0xfa3966cd9f232593, "rankFast", 0, 0x5bb31d457bac4a17, "rank, replaced by rankFast", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0xfa3966cd9f232593, "rankFast"); return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 101%
int rankFaster(int value) { ASSAY_INSERTED_ROLLOUT(0xa16f88a4a3c6e373, "rankFaster", 0, 0xfa50de6c36a00c51, "rank, replaced by rankFaster", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0xa16f88a4a3c6e373, "rankFaster"); return value; }
// AI-generated: GPT-5, replaces: rank, experiment: splitted
int rankFastest(int value) { ASSAY_INSERTED_ROLLOUT(0x1ce358e416244f62, "rankFastest", 0, 0xbedd466e1048cc3e, "rank, replaced by rankFastest", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x1ce358e416244f62, "rankFastest"); return value; }
