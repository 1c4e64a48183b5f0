#include <assay/inserted.h> // Shapes.
struct Shape {
  virtual ~Shape() = default;
  // AI-generated: GPT-4, 2024-01-15
  virtual int area() const { ASSAY_INSERTED_GUARD(0xf8c9e7dafa3567d1, "Shape::area"); return 1; }
  // AI-generated: GPT-4, 2024-01-15
  static int count() { ASSAY_INSERTED_GUARD(0xabcfb5597c1036a9, "Shape::count"); return 2; }
};

int main() {
  return Shape().area() + Shape::count() - 3;
}
