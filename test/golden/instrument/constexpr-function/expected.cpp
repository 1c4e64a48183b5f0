#include <assay/inserted.h> // Constants.
// AI-generated: GPT-4, 2024-01-15
constexpr int square(int value) { ASSAY_INSERTED_LITERAL_GUARD(0x5456811a0822d012, "square"); return value * value; }

static_assert(square(2) == 4);

int main() {
  return square(0);
}
