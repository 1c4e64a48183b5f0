#include <assay/inserted.h> // Values that are known at run time only.
#include <map>
#include <string>
#include <utility>

// AI-generated: GPT-4, 2024-01-15, errors: negative
long first(long a, long b) { ASSAY_INSERTED_GUARD(0xd3b47f10502034b6, "first"); if (a) return ASSAY_INSERTED_NEGATIVE(0xd3b47f10502034b6) static_cast<void>(a), b ASSAY_INSERTED_NEGATIVE_END(0xd3b47f10502034b6); return ASSAY_INSERTED_NEGATIVE(0xd3b47f10502034b6) b ? std::pair<long, long>(a, b).second : a ASSAY_INSERTED_NEGATIVE_END(0xd3b47f10502034b6); }

// AI-generated: GPT-4, 2024-01-15, errors: false
bool has(const std::map<int, std::string>& all, int key) { ASSAY_INSERTED_GUARD(0x0ac89e05e3699407, "has"); ASSAY_INSERTED_SIZE(0x0ac89e05e3699407, all.size()); return ASSAY_INSERTED_ZERO(0x0ac89e05e3699407)(all.find(key) != all.end()) ASSAY_INSERTED_ZERO_END(0x0ac89e05e3699407); }

// AI-generated: GPT-4, 2024-01-15, errors: nullptr
template <class T>
const T* find(const std::map<int, T>& all, int key) { ASSAY_INSERTED_GUARD(0x2f5a89cfffef9642, "find"); ASSAY_INSERTED_SIZE(0x2f5a89cfffef9642, all.size()); ASSAY_INSERTED_TYPE_INSTANCE(0x2f5a89cfffef9642);
  const auto at = all.find(key);
  const T* found = at == all.end() ? nullptr : &at->second;
  return found;
}

// AI-generated: GPT-4, 2024-01-15, errors: nullptr
const std::string* named(const std::map<int, std::string>& all, int key) { ASSAY_INSERTED_GUARD(0x4d5ad05b4fc05155, "named"); ASSAY_INSERTED_SIZE(0x4d5ad05b4fc05155, all.size()); return ASSAY_INSERTED_ZERO(0x4d5ad05b4fc05155) find<std::string>(all, key) ASSAY_INSERTED_ZERO_END(0x4d5ad05b4fc05155); }

// AI-generated: GPT-4, 2024-01-15, errors: negative
constexpr int half(int value) { ASSAY_INSERTED_LITERAL_GUARD(0xe8416218cf22e739, "half"); const int result = value / 2; return ASSAY_INSERTED_NEGATIVE(0xe8416218cf22e739) result ASSAY_INSERTED_NEGATIVE_END(0xe8416218cf22e739); }
static_assert(half(-4) == -2 && half(4) == 2);

// AI-generated: GPT-4, 2024-01-15, errors: negative
auto deduced(short value) { ASSAY_INSERTED_GUARD(0xbd8156705237b4a9, "deduced"); return ASSAY_INSERTED_NEGATIVE(0xbd8156705237b4a9) value ASSAY_INSERTED_NEGATIVE_END(0xbd8156705237b4a9); }
static_assert(sizeof(deduced(1)) == sizeof(short));

// AI-generated: GPT-4, 2024-01-15, errors: negative
decltype(auto) same(const int& value) { ASSAY_INSERTED_GUARD(0xfd6a1b7f3447f59c, "same"); return (value); }

// AI-generated: GPT-4, 2024-01-15, errors: negative
long widened(int value) { ASSAY_INSERTED_GUARD(0x155b1e0a9f52fe3c, "widened");
  return ASSAY_INSERTED_NEGATIVE(0x155b1e0a9f52fe3c)
      value ASSAY_INSERTED_NEGATIVE_END(0x155b1e0a9f52fe3c);
}

// AI-generated: GPT-4, 2024-01-15, errors: negative
auto lambda = [](int value) noexcept -> int { ASSAY_INSERTED_LITERAL_GUARD(0xa8ad7a568177ee54, "lambda::(lambda#1)"); return ASSAY_INSERTED_NEGATIVE(0xa8ad7a568177ee54) [value] { return value; }() ASSAY_INSERTED_NEGATIVE_END(0xa8ad7a568177ee54); };

int main() {
  const std::map<int, std::string> all = {{1, "one"}};
  const bool right = first(0, -1) == -1 && first(1, 2) == 2 && has(all, 1) && !has(all, 2) && find(all, 1) && !find(all, 2) &&
                     named(all, 1) && half(-3) == -1 && deduced(-1) == -1 && same(half(1)) == 0 && widened(-1) == -1 &&
                     lambda(-2) == -2;
  return right ? 0 : 1;
}
