#include <assay/inserted.h> /* C has no copy of a bit-field. */
#include <stdbool.h>
struct part { int depth : 4; unsigned size : 4; bool ready : 1; };

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
int depth(const struct part* part) { ASSAY_INSERTED_GUARD(0x903f8d13a37a2a14, "depth"); return part->depth; }

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
int size(const struct part* part) { ASSAY_INSERTED_GUARD(0x822dc137bd3e2e81, "size"); return part->size; }

/* AI-generated: GPT-4, 2024-01-15, errors: false */
bool ready(const struct part* part) { ASSAY_INSERTED_GUARD(0x09e51fd12dc0b76b, "ready"); if (part->depth == 1) { ASSAY_INSERTED_FAILS(0x09e51fd12dc0b76b); return false; ASSAY_INSERTED_END } return part->ready; }

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
double scaled(const struct part* part, float factor) { ASSAY_INSERTED_GUARD(0x341f7854130d6cca, "scaled"); return ASSAY_INSERTED_NEGATIVE(0x341f7854130d6cca) (float)part->depth * factor ASSAY_INSERTED_NEGATIVE_END(0x341f7854130d6cca); }

int main(void) {
  const struct part part = {2, 3, true};
  return depth(&part) == 2 && size(&part) == 3 && ready(&part) && scaled(&part, 2) > 3 ? 0 : 1;
}
