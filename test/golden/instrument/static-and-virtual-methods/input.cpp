// Shapes.
struct Shape {
  virtual ~Shape() = default;
  // AI-generated: GPT-4, 2024-01-15
  virtual int area() const { return 1; }
  // AI-generated: GPT-4, 2024-01-15
  static int count() { return 2; }
};

int main() {
  return Shape().area() + Shape::count() - 3;
}
