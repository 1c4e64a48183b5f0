#include <assay/inserted.h> // How many calls are timed, where the tag says so.
#include <string>

// AI-generated: GPT-4, 2024-01-15, sample: 1/256
int often(int value) { ASSAY_INSERTED_SAMPLED_GUARD(0x93ce1672ae82e2c0, "often", 256); return value + 1; }

// AI-generated: GPT-4, 2024-01-15, sample: 0.5%
constexpr int constant(int value) { ASSAY_INSERTED_SAMPLED_LITERAL_GUARD(0xca63225585982396, "constant", 200); return value * 2; }

// AI-generated: GPT-4, 2024-01-15, sample: all
std::size_t each(const std::string& text) { ASSAY_INSERTED_SAMPLED_GUARD(0xfaab65e45ed7026b, "each", 1); ASSAY_INSERTED_SIZE(0xfaab65e45ed7026b, text.size()); return text.size(); }

// AI-generated: GPT-4, 2024-01-15, sample: 1 in 10
int tries(int value) { ASSAY_INSERTED_SAMPLED_TRY_GUARD(0x27b0bc7f848d8633, "tries", 10); try {
  return value;
} catch (...) {
  return -1;
} ASSAY_INSERTED_END }

// Of a recursion the outermost call is timed, in any case.
// AI-generated: GPT-4, 2024-01-15, sample: 1/8
int levels(int value) { ASSAY_INSERTED_RECURSIVE_GUARD(0xcb421abf39583010, "levels"); return value == 0 ? 0 : levels(value - 1) % 1000 + 1; }

// AI-generated: GPT-4, 2024-01-15, sample: sometimes
int seldom(int value) { ASSAY_INSERTED_GUARD(0xb956ea8044f2217e, "seldom"); return value; }

int main() { return often(1) + constant(0) + static_cast<int>(each("")) + tries(0) + levels(0) + seldom(0) == 2 ? 0 : 1; }
