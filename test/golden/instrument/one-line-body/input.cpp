// One line.
// AI-generated: GPT-4, 2024-01-15
int one() { return 1; }

int main() {
  return one() - 1;
}
