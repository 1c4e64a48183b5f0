#include "all.h"
#include <assay/inserted.h> // AI-generated: GPT-4, 2024-01-15
int value() { ASSAY_INSERTED_GUARD(0x0a0eacef76fecc0e, "value"); return kZero; }

int main() {
  return value();
}
