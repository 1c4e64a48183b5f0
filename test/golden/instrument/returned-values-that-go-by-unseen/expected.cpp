#include <assay/inserted.h> // Returns that no guard can look at.
#define CHECK(condition) if (!(condition)) return -1
struct Number { int value; operator int() const { return value; } };

// AI-generated: GPT-4, 2024-01-15, errors: negative
int checked(int value) { ASSAY_INSERTED_GUARD(0x83775b5a5a2703bf, "checked"); CHECK(value > 1); return ASSAY_INSERTED_NEGATIVE(0x83775b5a5a2703bf) value ASSAY_INSERTED_NEGATIVE_END(0x83775b5a5a2703bf); }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int constants(int value) { ASSAY_INSERTED_GUARD(0xd0c8be50612740f3, "constants"); if (value > 1) { ASSAY_INSERTED_FAILS(0xd0c8be50612740f3); return {-1}; ASSAY_INSERTED_END } return {1}; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int narrowed(long long value) { ASSAY_INSERTED_GUARD(0x246a7517965296d6, "narrowed"); return ASSAY_INSERTED_NEGATIVE(0x246a7517965296d6) static_cast<int>(value) ASSAY_INSERTED_NEGATIVE_END(0x246a7517965296d6); }

// AI-generated: GPT-4, 2024-01-15, errors: negative
short shorter(int value) { ASSAY_INSERTED_GUARD(0x244819c861dfb5d8, "shorter"); return value < 0 ? 1 : 2; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int cut(double value) { ASSAY_INSERTED_GUARD(0x8f5c71f0ec38910d, "cut"); return value < 1 ? value : value / 2; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int made(Number number) { ASSAY_INSERTED_GUARD(0x410988f667e4fb8e, "made"); return number; }

// AI-generated: GPT-4, 2024-01-15, errors: false
bool inBraces(bool value) { ASSAY_INSERTED_GUARD(0xa11fe690a710064d, "inBraces");
  if (value) { ASSAY_INSERTED_FAILS(0xa11fe690a710064d); return false; ASSAY_INSERTED_END }
  return {value};
}

// AI-generated: GPT-4, 2024-01-15
int nobodyAsks(Number number) { ASSAY_INSERTED_GUARD(0xe331f19df15b4720, "nobodyAsks"); return number; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int counted(unsigned value) { ASSAY_INSERTED_GUARD(0x20c66b94028051b9, "counted"); return ASSAY_INSERTED_NEGATIVE(0x20c66b94028051b9) static_cast<int>(value) ASSAY_INSERTED_NEGATIVE_END(0x20c66b94028051b9); }

int main() {
  return checked(0) + 1 + constants(1) - 1 + narrowed(0) + shorter(-1) - 1 + cut(0) + made({0}) + inBraces(true) + nobodyAsks({0}) + counted(0);
}
