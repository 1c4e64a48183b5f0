// Overloads.
// AI-generated: GPT-4, 2024-01-15
int f(int) { return 1; }
// AI-generated: GPT-4, 2024-01-15
int f(double) { return 2; }
// AI-generated: GPT-4, 2024-01-15
int f(const char*, ...) { return 3; }

int main() {
  return f(1) + f(1.5) + f("", 1) - 6;
}
