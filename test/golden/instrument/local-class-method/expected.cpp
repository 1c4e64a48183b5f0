#include <assay/inserted.h> // Local.
int main() {
  struct Local {
    // AI-generated: GPT-4, 2024-01-15
    int value() { ASSAY_INSERTED_GUARD(0xc5fd2b8899326ae8, "main::Local::value"); return 0; }
  };
  return Local().value();
}
