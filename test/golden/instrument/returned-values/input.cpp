// Values that are known at run time only.
#include <map>
#include <string>
#include <utility>

// AI-generated: GPT-4, 2024-01-15, errors: negative
long first(long a, long b) { if (a) return static_cast<void>(a), b; return b ? std::pair<long, long>(a, b).second : a; }

// AI-generated: GPT-4, 2024-01-15, errors: false
bool has(const std::map<int, std::string>& all, int key) { return(all.find(key) != all.end()); }

// AI-generated: GPT-4, 2024-01-15, errors: nullptr
template <class T>
const T* find(const std::map<int, T>& all, int key) {
  const auto at = all.find(key);
  const T* found = at == all.end() ? nullptr : &at->second;
  return found;
}

// AI-generated: GPT-4, 2024-01-15, errors: nullptr
const std::string* named(const std::map<int, std::string>& all, int key) { return find<std::string>(all, key); }

// AI-generated: GPT-4, 2024-01-15, errors: negative
constexpr int half(int value) { const int result = value / 2; return result; }
static_assert(half(-4) == -2 && half(4) == 2);

// AI-generated: GPT-4, 2024-01-15, errors: negative
auto deduced(short value) { return value; }
static_assert(sizeof(deduced(1)) == sizeof(short));

// AI-generated: GPT-4, 2024-01-15, errors: negative
decltype(auto) same(const int& value) { return (value); }

// AI-generated: GPT-4, 2024-01-15, errors: negative
long widened(int value) {
  return
      value;
}

// AI-generated: GPT-4, 2024-01-15, errors: negative
auto lambda = [](int value) noexcept -> int { return [value] { return value; }(); };

int main() {
  const std::map<int, std::string> all = {{1, "one"}};
  const bool right = first(0, -1) == -1 && first(1, 2) == 2 && has(all, 1) && !has(all, 2) && find(all, 1) && !find(all, 2) &&
                     named(all, 1) && half(-3) == -1 && deduced(-1) == -1 && same(half(1)) == 0 && widened(-1) == -1 &&
                     lambda(-2) == -2;
  return right ? 0 : 1;
}
