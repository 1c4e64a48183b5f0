int a;

// AI-generated: GPT-4, 2024-01-15
int value() { return a; }

int main() {
  return value();
}
