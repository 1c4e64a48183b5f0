// Branches.
#if 0
// AI-generated: GPT-4, 2024-01-15
int value() { return 1; }
#endif

int main() {
  return 0;
}
