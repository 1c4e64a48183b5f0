#include <assay/inserted.h> // Unused.
// AI-generated: GPT-4, 2024-01-15
[[maybe_unused]] static int value() { ASSAY_INSERTED_GUARD(0xa49415fabfbf116d, "value"); return 0; }

int main() {
  return 0;
}
