#include <assay/inserted.h> // Which instantiation it is, when nothing else tells what kind of input it has.
#include <string>
#include <variant>
#include <vector>

// AI-generated: GPT-4
template <typename T>
T same(T value) { ASSAY_INSERTED_GUARD(0x865c5c04275486a4, "same"); ASSAY_INSERTED_TYPE_INSTANCE(0x865c5c04275486a4); return value; }
// AI-generated: GPT-4
template <typename T>
std::size_t sized(const std::vector<T>& items) { ASSAY_INSERTED_GUARD(0xfbbf4d963f3ed4b1, "sized"); ASSAY_INSERTED_SIZE(0xfbbf4d963f3ed4b1, items.size()); ASSAY_INSERTED_TYPE_INSTANCE(0xfbbf4d963f3ed4b1); return items.size(); }
// AI-generated: GPT-4
template <typename T>
std::size_t index(const std::variant<T, int>& one) { ASSAY_INSERTED_GUARD(0x0644a9b6a6638a6a, "index"); ASSAY_INSERTED_TYPE_INDEX(0x0644a9b6a6638a6a, one.index()); return one.index(); }
// AI-generated: GPT-4
template <>
int same(int value) { ASSAY_INSERTED_GUARD(0x689dc0ffe38d28cc, "same"); return value + 1; }
template <typename T>
struct Box {
  // AI-generated: GPT-4
  explicit Box(T value) : value_(value) { ASSAY_INSERTED_GUARD(0x612cd8477d9d7c32, "Box::Box"); ASSAY_INSERTED_TYPE_INSTANCE(0x612cd8477d9d7c32);}
  // AI-generated: GPT-4
  constexpr bool isSmall() const { ASSAY_INSERTED_LITERAL_GUARD(0x92964e969bbe6f7a, "Box::isSmall"); ASSAY_INSERTED_TYPE_INSTANCE(0x92964e969bbe6f7a); return sizeof(T) < 5; }
  T value_;
};
// AI-generated: GPT-4
constexpr auto twice = [](auto value) { ASSAY_INSERTED_LITERAL_GUARD(0xab61f221e7763a31, "twice::(lambda#1)"); ASSAY_INSERTED_TYPE_INSTANCE(0xab61f221e7763a31); return value + value; };
static_assert(twice(2) == 4);

int main() {
  return same(1) + same('x') + static_cast<int>(sized(std::vector<long>{1}) + index(std::variant<char, int>('x'))) +
         Box<int>(1).isSmall() + twice(3) + static_cast<int>(twice(std::string("x")).size());
}
