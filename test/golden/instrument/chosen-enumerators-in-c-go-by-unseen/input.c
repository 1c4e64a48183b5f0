/* In C an enumerator is an int, and what chooses between two is one, too: GCC says so under -Wc++-compat. */
enum state { kBroken = -1, kFine };

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static enum state chosen(int value) { return value > 1 ? kFine : kBroken; }

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static enum state handed(enum state value) { return value; }

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static enum state written(int value) {
  if (value > 1) return kFine;
  return kBroken;
}

int main(void) { return chosen(2) + handed(kFine) + (written(0) != kBroken); }
