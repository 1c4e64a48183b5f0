#include <assay/inserted.h> // Attributes.
// AI-generated: GPT-4, 2024-01-15
[[nodiscard]] __attribute__((noinline)) static inline int checked(int value) noexcept { ASSAY_INSERTED_GUARD(0x6cf7f4d47e2f7941, "checked");
  return value;
}

int main() {
  return checked(0);
}
