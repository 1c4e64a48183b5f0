#include <assay/inserted.h> // Pure.
// AI-generated: GPT-4, 2024-01-15
__attribute__((pure)) int length(const char* text) { ASSAY_INSERTED_GUARD(0x1d0082b4b5b1b936, "length");
  int count = 0;
  while (text[count] != 0) ++count;
  return count;
}

int main() {
  return length("");
}
