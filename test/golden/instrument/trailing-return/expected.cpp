#include <assay/inserted.h> // Trailing.
// AI-generated: GPT-4, 2024-01-15
auto length(const char* text) -> int { ASSAY_INSERTED_GUARD(0x1d0082b4b5b1b936, "length");
  int count = 0;
  while (text[count] != 0) ++count;
  return count;
}

int main() {
  return length("abc") - 3;
}
