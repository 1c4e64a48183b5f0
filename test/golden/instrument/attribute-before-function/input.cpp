// Attributes.
// AI-generated: GPT-4, 2024-01-15
[[nodiscard]] __attribute__((noinline)) static inline int checked(int value) noexcept {
  return value;
}

int main() {
  return checked(0);
}
