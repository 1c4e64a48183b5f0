#include <assay/inserted.h> // Strict.
// AI-generated: GPT-4, 2024-01-15
static int value(int number) { ASSAY_INSERTED_GUARD(0xa6307110f70a4667, "value");
  return number;
}

int main() {
  return value(0);
}
