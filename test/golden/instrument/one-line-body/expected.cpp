#include <assay/inserted.h> // One line.
// AI-generated: GPT-4, 2024-01-15
int one() { ASSAY_INSERTED_GUARD(0x34d0ee3643f404f8, "one"); return 1; }

int main() {
  return one() - 1;
}
