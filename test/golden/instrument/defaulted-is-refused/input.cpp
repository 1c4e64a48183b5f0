// Defaults.
struct Plain {
  // AI-generated: GPT-4, 2024-01-15
  Plain() = default;
  int value = 0;
};

int main() {
  return Plain().value;
}
