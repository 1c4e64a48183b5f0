#include <assay/inserted_experiment.h> // The overload with the very parameters is the one that is replaced.
#include <string>

using Number = int;
int rank(long value) { return static_cast<int>(value) + 100; }
int rank(int value) { return value + 1; }
int rank(int value, int more) { return value + more; }
int rank(const std::string& text) { return static_cast<int>(text.size()); }

// AI-generated: GPT-5, replaces: rank, rollout: 10%
int rankNumber(const Number value) { ASSAY_INSERTED_ROLLOUT(0xbb3830f465c635c0, "rankNumber", 1000, 0xc1fc459e15050610, "rank, replaced by rankNumber", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0xbb3830f465c635c0, "rankNumber"); return value + 1; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int rankText(const std::string& text) { ASSAY_INSERTED_ROLLOUT(0x9ea674066b15fd79, "rankText", 1000, 0x3368b8c60e7c9aae, "rank, replaced by rankText", rank(ASSAY_INSERTED_PASS(text))); ASSAY_INSERTED_GUARD(0x9ea674066b15fd79, "rankText"); ASSAY_INSERTED_SIZE(0x9ea674066b15fd79, text.size()); return static_cast<int>(text.length()); }

namespace inner {
using ::rank;
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int rank2(int value, int more) { ASSAY_INSERTED_ROLLOUT(0x4bf1fd805206a05c, "inner::rank2", 1000, 0x1e1cbcfde0751dc9, "rank, replaced by inner::rank2", rank(ASSAY_INSERTED_PASS(value), ASSAY_INSERTED_PASS(more))); ASSAY_INSERTED_GUARD(0x4bf1fd805206a05c, "inner::rank2"); return more + value; }
}  // namespace inner

int main() { return rankNumber(1) + rankText("two") + inner::rank2(1, 2) - 8; }
