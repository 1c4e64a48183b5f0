// Whether they are constexpr is told when they are instantiated, which may be in a unit that nobody looks at.
#include <cstdio>

// AI-generated: GPT-4, 2024-01-15
template <class T>
struct Limits {
  static constexpr int kLeast = [](T value) { return static_cast<int>(value); }(T(3));
};

// AI-generated: GPT-4, 2024-01-15
inline constexpr auto twice = [](auto value) { return value + value; };

template <class T>
T shifted(T value) {
  // AI-generated: GPT-4, 2024-01-15
  constexpr auto by = [](int steps) { return steps * 2; };
  return value << by(1);
}

template <class T>
int said(T value) {
  // AI-generated: GPT-4, 2024-01-15
  const auto say = [](const T& what) { return std::printf("%d\n", what); };
  return say(value);
}

static_assert(Limits<int>::kLeast == 3 && twice(2) == 4);

int main() { return shifted(1) - 4 + said(3) - 2; }
