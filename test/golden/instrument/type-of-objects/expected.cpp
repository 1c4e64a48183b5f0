#include <assay/inserted.h> // Of an object whose class has virtual functions, where the body certainly looks at it.
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
int borrowed(const Shape& shape) { ASSAY_INSERTED_GUARD(0xa8afd7c0047d9c16, "borrowed"); ASSAY_INSERTED_TYPE_DYNAMIC(0xa8afd7c0047d9c16, __builtin_addressof(shape)); return shape.sides(); }
// AI-generated: GPT-4
int changed(Shape& shape, int n) { ASSAY_INSERTED_GUARD(0x0f0af6a441afacb3, "changed"); ASSAY_INSERTED_TYPE_DYNAMIC(0x0f0af6a441afacb3, __builtin_addressof(shape)); n += shape.sides(); return n; }
// AI-generated: GPT-4
int pointed(const Shape* shape) { ASSAY_INSERTED_GUARD(0xcf139ef0bcdc3234, "pointed"); ASSAY_INSERTED_TYPE_DYNAMIC(0xcf139ef0bcdc3234, shape);
  if (shape == nullptr) return -1;
  return shape->sides();
}
// AI-generated: GPT-4
int owned(std::unique_ptr<Shape> shape) { ASSAY_INSERTED_GUARD(0x4af312a1fb4f683f, "owned"); ASSAY_INSERTED_TYPE_DYNAMIC(0x4af312a1fb4f683f, shape.get()); return shape->sides(); }
// AI-generated: GPT-4
int shared(const std::shared_ptr<const Shape>& shape) { ASSAY_INSERTED_GUARD(0x3de076162c579377, "shared"); ASSAY_INSERTED_TYPE_DYNAMIC(0x3de076162c579377, shape.get()); return shape ? shape->sides() : 0; }
// AI-generated: GPT-4
int perhaps(const Shape& shape, bool now) { ASSAY_INSERTED_GUARD(0xe4ec68458a08b005, "perhaps"); return now ? shape.sides() : 0; }
// AI-generated: GPT-4
int kept(const Shape& shape) { ASSAY_INSERTED_GUARD(0x7d71d26f4d299ce4, "kept"); return borrowed(shape); }
// AI-generated: GPT-4
int copied(Shape shape) { ASSAY_INSERTED_GUARD(0x78d87768644c3665, "copied"); return shape.sides(); }
// AI-generated: GPT-4
int closed(const Square& square) { ASSAY_INSERTED_GUARD(0x00bc797e93e5ccea, "closed"); return square.sides(); }
// AI-generated: GPT-4
int plain(const Point& point, const Later*) { ASSAY_INSERTED_GUARD(0x3a941473f4289513, "plain"); return point.x; }
class Keeper {
 public:
  // AI-generated: GPT-4
  explicit Keeper(const Shape& shape) : shape_(&shape) { ASSAY_INSERTED_GUARD(0xd0bd5652645d3a29, "Keeper::Keeper");}
  const Shape* shape_;
};

int main() {
  Square square;
  const Shape& shape = square;
  Shape base;
  return borrowed(shape) + changed(base, 1) + pointed(nullptr) + owned(std::make_unique<Square>()) + shared(nullptr) +
         perhaps(shape, false) + kept(shape) + copied(base) + closed(square) + plain({}, nullptr) + (Keeper(shape).shape_ == nullptr);
}
