#include <assay/inserted.h> // Crowded.
// AI-generated: GPT-4, 2024-01-15
int a() { ASSAY_INSERTED_GUARD(0x9242ff444fc24d06, "a"); return 1; } int b() { return 2; }

/* AI-generated: GPT-4 */ int c() { ASSAY_INSERTED_GUARD(0xa15264cdf651a569, "c"); return a() + b(); }

int main() {
  return c() - 3;
}
