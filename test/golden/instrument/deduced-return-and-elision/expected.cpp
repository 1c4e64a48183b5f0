#include <assay/inserted.h> // The type cannot be copied or moved.
struct Fixed {
  explicit Fixed(int v) : value(v) {}
  Fixed(const Fixed&) = delete;
  int value;
};

// AI-generated: GPT-4, 2024-01-15
Fixed make(int value) { ASSAY_INSERTED_GUARD(0x3d763a7b2ebe837f, "make");
  return Fixed(value);
}

// AI-generated: GPT-4, 2024-01-15
decltype(auto) value(const Fixed& fixed) { ASSAY_INSERTED_GUARD(0xff0c76aff10c8ca9, "value");
  return (fixed.value);
}

int main() {
  return value(make(2)) - 2;
}
