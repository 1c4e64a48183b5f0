#include <assay/inserted.h> // Tail calls.
int last(int value) { return value; }

// AI-generated: GPT-4, 2024-01-15
int first(int value) { ASSAY_INSERTED_COUNT(0x7c86ed9305b75dd0, "first");
  __attribute__((musttail)) return last(value);
}

int main() {
  return first(0);
}
