#include <assay/inserted.h> /* In C an enumerator is an int, and what chooses between two is one, too: GCC says so under -Wc++-compat. */
enum state { kBroken = -1, kFine };

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static enum state chosen(int value) { ASSAY_INSERTED_GUARD(0xd7be0f6f006f0f87, "chosen"); return value > 1 ? kFine : kBroken; }

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static enum state handed(enum state value) { ASSAY_INSERTED_GUARD(0x4e7cb3740bfe05b3, "handed"); return ASSAY_INSERTED_NEGATIVE(0x4e7cb3740bfe05b3) value ASSAY_INSERTED_NEGATIVE_END(0x4e7cb3740bfe05b3); }

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static enum state written(int value) { ASSAY_INSERTED_GUARD(0x961fafe6f692d55f, "written");
  if (value > 1) return kFine;
  { ASSAY_INSERTED_FAILS(0x961fafe6f692d55f); return kBroken; ASSAY_INSERTED_END }
}

int main(void) { return chosen(2) + handed(kFine) + (written(0) != kBroken); }
