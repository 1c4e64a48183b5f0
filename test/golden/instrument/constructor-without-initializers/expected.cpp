#include <assay/inserted.h> // Box.
struct Box {
  int size;

  // AI-generated: GPT-4, 2024-01-15
  Box() { ASSAY_INSERTED_GUARD(0x1ee37b0617f15682, "Box::Box");
    size = 4;
  }
};

int main() {
  return Box().size - 4;
}
