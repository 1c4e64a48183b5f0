#include <assay/inserted.h> // Nested.
int main() {
  // AI-generated: GPT-4, 2024-01-15
  auto outer = [](int value) { ASSAY_INSERTED_GUARD(0x343c8176f0447b96, "main::(lambda#1)");
    // AI-generated: GPT-4, 2024-01-15
    auto inner = [value](int more) { ASSAY_INSERTED_GUARD(0xfde5950065e50c18, "main::(lambda#1)::(lambda#1)");
      return value + more;
    };
    return inner(1);
  };
  return outer(2) - 3;
}
