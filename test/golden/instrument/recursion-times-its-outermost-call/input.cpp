// Recursion.
// AI-generated: GPT-4, 2024-01-15
int fibonacci(int n) {
  if (n < 2) return n;
  return fibonacci(n - 1) + fibonacci(n - 2);
}

int main() {
  return fibonacci(7) - 13;
}
