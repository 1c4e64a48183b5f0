#include <assay/inserted.h> // Stack.
// AI-generated: GPT-3.5, 2023-02-01
// AI-modified: Claude 3 Opus, 2024-05-01
int value() { ASSAY_INSERTED_GUARD(0x0a0eacef76fecc0e, "value"); return 0; }

int main() {
  return value();
}
