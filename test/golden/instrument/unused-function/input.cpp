// Unused.
// AI-generated: GPT-4, 2024-01-15
[[maybe_unused]] static int value() { return 0; }

int main() {
  return 0;
}
