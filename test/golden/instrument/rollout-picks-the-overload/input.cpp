// The overload with the very parameters is the one that is replaced.
#include <string>

using Number = int;
int rank(long value) { return static_cast<int>(value) + 100; }
int rank(int value) { return value + 1; }
int rank(int value, int more) { return value + more; }
int rank(const std::string& text) { return static_cast<int>(text.size()); }

// AI-generated: GPT-5, replaces: rank, rollout: 10%
int rankNumber(const Number value) { return value + 1; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int rankText(const std::string& text) { return static_cast<int>(text.length()); }

namespace inner {
using ::rank;
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int rank2(int value, int more) { return more + value; }
}  // namespace inner

int main() { return rankNumber(1) + rankText("two") + inner::rank2(1, 2) - 8; }
