#include <assay/inserted.h> // Checks.
#define CHECK(expression) ((expression) ? 0 : 1)

int main() {
  int calls = 0;
  return CHECK(
      // AI-generated: GPT-4, 2024-01-15
      [&calls](int a, int b) { ASSAY_INSERTED_GUARD(0x343c8176f0447b96, "main::(lambda#1)"); ++calls; return a + b; }(1, 2) == 3);
}
