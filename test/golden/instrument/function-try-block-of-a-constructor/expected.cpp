#include <assay/inserted.h> // Tries.
#include <cstdio>

struct Part {
  explicit Part(int value) {
    if (value < 0) throw value;
  }
};

struct Whole {
  Part part;
  // AI-generated: GPT-4, 2024-01-15
  explicit Whole(int value) try : part(value) { ASSAY_INSERTED_GUARD(0x959cb45cee4d5d06, "Whole::Whole");
    std::puts("made");
  } catch (int) {
    std::puts("not made");
  }
  // AI-generated: GPT-4, 2024-01-15
  ~Whole() try { ASSAY_INSERTED_GUARD(0x13d8303f5f7cd3e9, "Whole::~Whole");
    std::puts("gone");
  } catch (...) {
  }
};

int main() {
  Whole whole(1);
  try {
    Whole broken(-1);
  } catch (int) {
  }
}
