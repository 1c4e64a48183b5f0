// Which alternative a variant holds is told by its number.
#include <string>
#include <variant>
#include <vector>

using Shape = std::variant<int, double, std::string>;

// AI-generated: GPT-4
bool taken(Shape shape) { return shape.valueless_by_exception(); }
// AI-generated: GPT-4
bool borrowed(const Shape& shape, const std::vector<int>& items) { return shape.index() == items.size(); }
// AI-generated: GPT-4
bool pointed(const Shape* shape) { return shape != nullptr && shape->index() == 1; }
// AI-generated: GPT-4
bool passedOn(const Shape* shape) { return pointed(shape); }
// AI-generated: GPT-4
constexpr bool constant(std::variant<int, char> one) { return one.index() == 0; }
static_assert(constant(7));
// AI-generated: GPT-4
std::size_t recursive(const Shape& shape, int left) { return left == 0 ? shape.index() : recursive(shape, left - 1) % 1000 + 1; }
// AI-generated: GPT-4
void filled(Shape& out) { out = 1.5; }

int main() {
  Shape shape = "text";
  filled(shape);
  const bool all = taken(1) || !borrowed(shape, {1}) || !pointed(&shape) || !passedOn(&shape) || recursive(shape, 2) != 3;
  return all || !constant('x') ? 0 : 1;
}
