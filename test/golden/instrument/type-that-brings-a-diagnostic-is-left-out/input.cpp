// A size stays when a compiler comments on the type.
#include <string>

struct Shape {
  virtual int sides() const { return 4; }
};
#pragma clang poison __builtin_addressof

// AI-generated: GPT-4
int poisoned(const Shape& shape, const std::string& text) { return shape.sides() + static_cast<int>(text.size()); }
// AI-generated: GPT-4
int fine(const Shape* shape, const std::string& text) { return shape->sides() + static_cast<int>(text.size()); }

int main() {
  const Shape shape;
  return poisoned(shape, "x") - fine(&shape, "y");
}
