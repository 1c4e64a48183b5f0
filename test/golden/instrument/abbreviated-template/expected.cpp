#include <assay/inserted.h> // Abbreviated.
// AI-generated: GPT-4, 2024-01-15
auto first(auto a, auto) { ASSAY_INSERTED_GUARD(0xc206a4d26d7c2697, "first"); ASSAY_INSERTED_TYPE_INSTANCE(0xc206a4d26d7c2697); return a; }

int main() {
  return first(0, 1.5);
}
