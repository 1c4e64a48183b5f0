#include <assay/inserted.h> // Box.
struct Box {
  int size;
  int twice;

  // AI-generated: GPT-4, 2024-01-15
  explicit Box(int wanted) : size{wanted}, twice(2 * wanted) { ASSAY_INSERTED_GUARD(0x1acb50f9d43f9d02, "Box::Box");
    ++size;
  }
};

int main() {
  return Box(3).size - 4;
}
