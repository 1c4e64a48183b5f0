#include <assay/inserted.h> // Meters.
struct Meters {
  int value;
  // AI-generated: GPT-4, 2024-01-15
  operator int() const { ASSAY_INSERTED_GUARD(0xd5a500f6588a1e38, "Meters::operator int"); return value; }
};

int main() {
  return int(Meters{5}) - 5;
}
