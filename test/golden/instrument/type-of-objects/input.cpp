// Of an object whose class has virtual functions, where the body certainly looks at it.
#include <memory>

struct Shape {
  virtual ~Shape() = default;
  virtual int sides() const { return 0; }
  Shape* operator&() { return nullptr; }
};
struct Square final : Shape {
  int sides() const override { return 4; }
};
struct Point {
  int x = 0;
};
class Later;

// AI-generated: GPT-4
int borrowed(const Shape& shape) { return shape.sides(); }
// AI-generated: GPT-4
int changed(Shape& shape, int n) { n += shape.sides(); return n; }
// AI-generated: GPT-4
int pointed(const Shape* shape) {
  if (shape == nullptr) return -1;
  return shape->sides();
}
// AI-generated: GPT-4
int owned(std::unique_ptr<Shape> shape) { return shape->sides(); }
// AI-generated: GPT-4
int shared(const std::shared_ptr<const Shape>& shape) { return shape ? shape->sides() : 0; }
// AI-generated: GPT-4
int perhaps(const Shape& shape, bool now) { return now ? shape.sides() : 0; }
// AI-generated: GPT-4
int kept(const Shape& shape) { return borrowed(shape); }
// AI-generated: GPT-4
int copied(Shape shape) { return shape.sides(); }
// AI-generated: GPT-4
int closed(const Square& square) { return square.sides(); }
// AI-generated: GPT-4
int plain(const Point& point, const Later*) { return point.x; }
class Keeper {
 public:
  // AI-generated: GPT-4
  explicit Keeper(const Shape& shape) : shape_(&shape) {}
  const Shape* shape_;
};

int main() {
  Square square;
  const Shape& shape = square;
  Shape base;
  return borrowed(shape) + changed(base, 1) + pointed(nullptr) + owned(std::make_unique<Square>()) + shared(nullptr) +
         perhaps(shape, false) + kept(shape) + copied(base) + closed(square) + plain({}, nullptr) + (Keeper(shape).shape_ == nullptr);
}
