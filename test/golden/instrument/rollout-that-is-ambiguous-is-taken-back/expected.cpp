#include <assay/inserted.h> // What the call of the old function breaks is found when the result is parsed: the guard stays.
#include <string>

int rank(std::string value) { return static_cast<int>(value.size()); }
int rank(const std::string& value) { return static_cast<int>(value.size()); }

// AI-generated: GPT-5, replaces: rank, rollout: 10%
int rankFast(std::string value) { ASSAY_INSERTED_GUARD(0xe7362f4f5987a74a, "rankFast"); ASSAY_INSERTED_SIZE(0xe7362f4f5987a74a, value.size()); return static_cast<int>(value.length()); }

int main() { return rankFast("two") - 3; }
