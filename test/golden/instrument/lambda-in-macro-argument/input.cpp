// Checks.
#define CHECK(expression) ((expression) ? 0 : 1)

int main() {
  int calls = 0;
  return CHECK(
      // AI-generated: GPT-4, 2024-01-15
      [&calls](int a, int b) { ++calls; return a + b; }(1, 2) == 3);
}
