#include <assay/inserted.h> // Recursion.
// AI-generated: GPT-4, 2024-01-15
int fibonacci(int n) { ASSAY_INSERTED_RECURSIVE_GUARD(0x391f98c49c8a2868, "fibonacci");
  if (n < 2) return n;
  return fibonacci(n - 1) + fibonacci(n - 2);
}

int main() {
  return fibonacci(7) - 13;
}
