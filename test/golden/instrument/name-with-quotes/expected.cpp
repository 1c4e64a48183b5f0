#include <assay/inserted.h> // Units.
// AI-generated: GPT-4, 2024-01-15
long operator""_km(unsigned long long value) { ASSAY_INSERTED_GUARD(0x7ecdcc151b6ec9d7, "operator\"\"_km");
  return static_cast<long>(value) * 1000;
}

int main() {
  return 2_km == 2000 ? 0 : 1;
}
