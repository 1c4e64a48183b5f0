#include <assay/inserted.h> // What CHOSEN expands to is read once more for arguments: a comma of the guard's own would part them.
#define SECOND(first, second, ...) second
#define EXPANDED(text) text
#define CHOSEN(...) EXPANDED(SECOND(__VA_ARGS__, 0, 0))

int main() {
  int calls = 0;
  // AI-generated: GPT-4, 2024-01-15, sample: 1/64
  const auto count = CHOSEN(0, [&calls](int n) { ASSAY_INSERTED_SAMPLED_GUARD(0x343c8176f0447b96, "main::(lambda#1)", 64);
    ++calls;
    return n;
  });
  return count(1) - calls;
}
