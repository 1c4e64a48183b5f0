// Strict.
// AI-generated: GPT-4, 2024-01-15
static int value(int number) {
  return number;
}

int main() {
  return value(0);
}
