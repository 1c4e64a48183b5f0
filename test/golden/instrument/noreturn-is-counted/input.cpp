#include <cstdlib>

// AI-generated: GPT-4, 2024-01-15
[[noreturn]] void leave(int code) {
  std::exit(code);
}

int main() {
  leave(0);
}
