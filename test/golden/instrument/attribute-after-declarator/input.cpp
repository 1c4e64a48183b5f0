// Attributes.
// AI-generated: GPT-4, 2024-01-15
int value() noexcept(true) {
  return 0;
}

int main() {
  return value();
}
