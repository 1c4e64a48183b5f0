#include <cstdio>

int mixed(int value) {
  std::puts("by hand");
  // AI-generated: GPT-4, 2024-01-15
  for (int i = 0; i < value; ++i) {
    std::puts("by a model");
  }
  return value;
}

int main() {
  return mixed(2) - 2;
}
