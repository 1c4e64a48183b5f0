// Crowded.
// AI-generated: GPT-4, 2024-01-15
int a() { return 1; } int b() { return 2; }

/* AI-generated: GPT-4 */ int c() { return a() + b(); }

int main() {
  return c() - 3;
}
