#include <assay/inserted.h> // The tag may know better.
#include <string>
#include <vector>

// AI-generated: GPT-4, size: n
int number(int n) { ASSAY_INSERTED_GUARD(0xd03e5e78a8606049, "number"); ASSAY_INSERTED_SIZE(0xd03e5e78a8606049, n); return n; }
// AI-generated: GPT-4, size: rounds
int another(const std::string& text, long rounds) { ASSAY_INSERTED_GUARD(0x3b54bb78c6ad4fc2, "another"); ASSAY_INSERTED_SIZE(0x3b54bb78c6ad4fc2, rounds); return text.empty() + static_cast<int>(rounds); }
// AI-generated: GPT-4, size: second
int second(const std::string& first, const std::vector<int>& second) { ASSAY_INSERTED_GUARD(0x3f8aab1a80c665ea, "second"); ASSAY_INSERTED_SIZE(0x3f8aab1a80c665ea, second.size()); return first.empty() + second.empty(); }
// AI-generated: GPT-4, size: none
int none(const std::string& text) { ASSAY_INSERTED_GUARD(0x94a30a5cdba6de93, "none"); return text.empty(); }
// AI-generated: GPT-4, size: missing
int missing(const std::string& text) { ASSAY_INSERTED_GUARD(0x355481c2ee3429e1, "missing"); return text.empty(); }
// AI-generated: GPT-4
int unasked(int n) { ASSAY_INSERTED_GUARD(0x331e1b26fdcf1b98, "unasked"); return n; }

int main() { return number(0) + another("", -1) + second("x", {1}) + none("x") + missing("x") + unasked(0); }
