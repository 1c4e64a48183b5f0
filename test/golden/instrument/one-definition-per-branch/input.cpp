// Branches.
#ifdef WIDE
// AI-generated: GPT-4, 2024-01-15
int value() { return 1; }
#else
// AI-generated: GPT-4, 2024-01-15
int value() { return 0; }
#endif

int main() {
  return value();
}
