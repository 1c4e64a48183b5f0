/* C has no copy of a bit-field. */
#include <stdbool.h>
struct part { int depth : 4; unsigned size : 4; bool ready : 1; };

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
int depth(const struct part* part) { return part->depth; }

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
int size(const struct part* part) { return part->size; }

/* AI-generated: GPT-4, 2024-01-15, errors: false */
bool ready(const struct part* part) { if (part->depth == 1) return false; return part->ready; }

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
double scaled(const struct part* part, float factor) { return (float)part->depth * factor; }

int main(void) {
  const struct part part = {2, 3, true};
  return depth(&part) == 2 && size(&part) == 3 && ready(&part) && scaled(&part, 2) > 3 ? 0 : 1;
}
