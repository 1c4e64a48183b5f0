#include <assay/inserted.h> // Generic.
int main() {
  // AI-generated: GPT-4, 2024-01-15
  auto same = [](auto value) { ASSAY_INSERTED_GUARD(0x343c8176f0447b96, "main::(lambda#1)"); ASSAY_INSERTED_TYPE_INSTANCE(0x343c8176f0447b96); return value; };
  return same(2) + static_cast<int>(same(1.5)) - 3;
}
