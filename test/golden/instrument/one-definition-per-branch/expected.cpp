#include <assay/inserted.h> // Branches.
#ifdef WIDE
// AI-generated: GPT-4, 2024-01-15
int value() { return 1; }
#else
// AI-generated: GPT-4, 2024-01-15
int value() { ASSAY_INSERTED_GUARD(0x0a0eacef76fecc0e, "value"); return 0; }
#endif

int main() {
  return value();
}
