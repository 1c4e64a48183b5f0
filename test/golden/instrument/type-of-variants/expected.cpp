#include <assay/inserted.h> // Which alternative a variant holds is told by its number.
#include <string>
#include <variant>
#include <vector>

using Shape = std::variant<int, double, std::string>;

// AI-generated: GPT-4
bool taken(Shape shape) { ASSAY_INSERTED_GUARD(0x7dd2533a78e65b5a, "taken"); ASSAY_INSERTED_TYPE_INDEX(0x7dd2533a78e65b5a, shape.index()); return shape.valueless_by_exception(); }
// AI-generated: GPT-4
bool borrowed(const Shape& shape, const std::vector<int>& items) { ASSAY_INSERTED_GUARD(0x39be63c4672d7e09, "borrowed"); ASSAY_INSERTED_SIZE(0x39be63c4672d7e09, items.size()); ASSAY_INSERTED_TYPE_INDEX(0x39be63c4672d7e09, shape.index()); return shape.index() == items.size(); }
// AI-generated: GPT-4
bool pointed(const Shape* shape) { ASSAY_INSERTED_GUARD(0x7fa7b70d8c212484, "pointed"); ASSAY_INSERTED_TYPE_INDEX(0x7fa7b70d8c212484, shape ? static_cast<long long>(shape->index()) : -1); return shape != nullptr && shape->index() == 1; }
// AI-generated: GPT-4
bool passedOn(const Shape* shape) { ASSAY_INSERTED_GUARD(0x4518f93c50c0b479, "passedOn"); return pointed(shape); }
// AI-generated: GPT-4
constexpr bool constant(std::variant<int, char> one) { ASSAY_INSERTED_LITERAL_GUARD(0x179442a9e52f7829, "constant"); ASSAY_INSERTED_TYPE_INDEX(0x179442a9e52f7829, one.index()); return one.index() == 0; }
static_assert(constant(7));
// AI-generated: GPT-4
std::size_t recursive(const Shape& shape, int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0xb4975bb0a9a6bc7a, "recursive"); ASSAY_INSERTED_TYPE_INDEX(0xb4975bb0a9a6bc7a, shape.index()); return left == 0 ? shape.index() : recursive(shape, left - 1) % 1000 + 1; }
// AI-generated: GPT-4
void filled(Shape& out) { ASSAY_INSERTED_GUARD(0x98b1b9880a360da0, "filled"); out = 1.5; }

int main() {
  Shape shape = "text";
  filled(shape);
  const bool all = taken(1) || !borrowed(shape, {1}) || !pointed(&shape) || !passedOn(&shape) || recursive(shape, 2) != 3;
  return all || !constant('x') ? 0 : 1;
}
