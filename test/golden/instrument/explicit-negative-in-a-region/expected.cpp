#include <assay/inserted.h> // Human.
// [BEGIN AI-GENERATED] GPT-4
int model() { ASSAY_INSERTED_GUARD(0xea5a4a84828cbf79, "model"); return 0; }

// AI Use: No AI
int value() { return 0; }
// [END AI-GENERATED]

int main() {
  return value() + model();
}
