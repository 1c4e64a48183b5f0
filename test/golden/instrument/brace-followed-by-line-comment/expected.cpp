#include <assay/inserted.h> // Comments.
// AI-generated: GPT-4, 2024-01-15
int value() { ASSAY_INSERTED_GUARD(0x0a0eacef76fecc0e, "value");  // why
  return 0;
}

// AI-generated: GPT-4, 2024-01-15
int other() { ASSAY_INSERTED_GUARD(0xfe21e05c05dce275, "other");/* why */ return 0; /* not */ }

int main() {
  return value() + other();
}
