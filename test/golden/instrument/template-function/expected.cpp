#include <assay/inserted.h> // Largest.
// AI-generated: GPT-4, 2024-01-15
template <class T>
T largest(T a, T b) { ASSAY_INSERTED_GUARD(0x6d3e5f42b0a41063, "largest"); ASSAY_INSERTED_TYPE_INSTANCE(0x6d3e5f42b0a41063);
  return a < b ? b : a;
}

int main() {
  return largest(1, 2) + static_cast<int>(largest(1.5, 0.5)) - 3;
}
