// Which instantiation it is, when nothing else tells what kind of input it has.
#include <string>
#include <variant>
#include <vector>

// AI-generated: GPT-4
template <typename T>
T same(T value) { return value; }
// AI-generated: GPT-4
template <typename T>
std::size_t sized(const std::vector<T>& items) { return items.size(); }
// AI-generated: GPT-4
template <typename T>
std::size_t index(const std::variant<T, int>& one) { return one.index(); }
// AI-generated: GPT-4
template <>
int same(int value) { return value + 1; }
template <typename T>
struct Box {
  // AI-generated: GPT-4
  explicit Box(T value) : value_(value) {}
  // AI-generated: GPT-4
  constexpr bool isSmall() const { return sizeof(T) < 5; }
  T value_;
};
// AI-generated: GPT-4
constexpr auto twice = [](auto value) { return value + value; };
static_assert(twice(2) == 4);

int main() {
  return same(1) + same('x') + static_cast<int>(sized(std::vector<long>{1}) + index(std::variant<char, int>('x'))) +
         Box<int>(1).isSmall() + twice(3) + static_cast<int>(twice(std::string("x")).size());
}
