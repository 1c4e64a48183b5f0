#include <assay/inserted.h> // Whether they are constexpr is told when they are instantiated, which may be in a unit that nobody looks at.
#include <cstdio>

// AI-generated: GPT-4, 2024-01-15
template <class T>
struct Limits {
  static constexpr int kLeast = [](T value) { ASSAY_INSERTED_LITERAL_GUARD(0xb702948400725ede, "Limits::kLeast::(lambda#1)"); ASSAY_INSERTED_TYPE_INSTANCE(0xb702948400725ede); return static_cast<int>(value); }(T(3));
};

// AI-generated: GPT-4, 2024-01-15
inline constexpr auto twice = [](auto value) { ASSAY_INSERTED_LITERAL_GUARD(0x2eabab8eb99d2677, "twice::(lambda#1)"); ASSAY_INSERTED_TYPE_INSTANCE(0x2eabab8eb99d2677); return value + value; };

template <class T>
T shifted(T value) {
  // AI-generated: GPT-4, 2024-01-15
  constexpr auto by = [](int steps) { ASSAY_INSERTED_LITERAL_GUARD(0x4fb55c4b25ff6ae7, "shifted::(lambda#1)"); ASSAY_INSERTED_TYPE_INSTANCE(0x4fb55c4b25ff6ae7); return steps * 2; };
  return value << by(1);
}

template <class T>
int said(T value) {
  // AI-generated: GPT-4, 2024-01-15
  const auto say = [](const T& what) { ASSAY_INSERTED_LITERAL_GUARD(0xdaabe05d8f0d3eb5, "said::(lambda#1)"); ASSAY_INSERTED_TYPE_INSTANCE(0xdaabe05d8f0d3eb5); return std::printf("%d\n", what); };
  return say(value);
}

static_assert(Limits<int>::kLeast == 3 && twice(2) == 4);

int main() { return shifted(1) - 4 + said(3) - 2; }
