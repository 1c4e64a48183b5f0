// Since C++17.
#include <cstdio>

int main() {
  // AI-generated: GPT-4, 2024-01-15
  auto say = [](int value) { return std::printf("%d\n", value); };
  return say(3) - 2;
}
