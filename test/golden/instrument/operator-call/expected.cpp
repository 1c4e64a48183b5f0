#include <assay/inserted.h> // Adder.
struct Adder {
  int by;
  // AI-generated: GPT-4, 2024-01-15
  int operator()(int value) const { ASSAY_INSERTED_GUARD(0xcec5f3a5ed6a6f9b, "Adder::operator()"); return value + by; }
};

int main() {
  return Adder{2}(3) - 5;
}
