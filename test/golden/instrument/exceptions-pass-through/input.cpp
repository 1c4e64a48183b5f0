#include <cstdio>
#include <stdexcept>

// AI-generated: GPT-4, 2024-01-15
int checked(int value) {
  if (value < 0) throw std::invalid_argument("negative");
  return value;
}

int main() {
  try {
    checked(-1);
  } catch (const std::exception& error) {
    std::puts(error.what());
  }
  return checked(0);
}
