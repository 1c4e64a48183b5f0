#include <assay/inserted.h> // A size stays when a compiler comments on the type.
#include <string>

struct Shape {
  virtual int sides() const { return 4; }
};
#pragma clang poison __builtin_addressof

// AI-generated: GPT-4
int poisoned(const Shape& shape, const std::string& text) { ASSAY_INSERTED_GUARD(0x6453b43010358952, "poisoned"); ASSAY_INSERTED_SIZE(0x6453b43010358952, text.size()); return shape.sides() + static_cast<int>(text.size()); }
// AI-generated: GPT-4
int fine(const Shape* shape, const std::string& text) { ASSAY_INSERTED_GUARD(0xdc2bd50c4ec0296f, "fine"); ASSAY_INSERTED_SIZE(0xdc2bd50c4ec0296f, text.size()); ASSAY_INSERTED_TYPE_DYNAMIC(0xdc2bd50c4ec0296f, shape); return shape->sides() + static_cast<int>(text.size()); }

int main() {
  const Shape shape;
  return poisoned(shape, "x") - fine(&shape, "y");
}
