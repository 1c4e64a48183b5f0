#include <assay/inserted.h> // Licence line.
#include <cstdio>

// AI-generated: GPT-4, 2024-01-15
int twice(int value) { ASSAY_INSERTED_GUARD(0xbb2d356daf58544c, "twice");
  std::printf("%d\n", value);
  return 2 * value;
}

int main() {
  return twice(3) - 6;
}
