#include <cstddef>

std::size_t size() { // AI-generated: GPT-4
  return 0;
}

int main() {
  return static_cast<int>(size());
}
