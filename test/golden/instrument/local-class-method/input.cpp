// Local.
int main() {
  struct Local {
    // AI-generated: GPT-4, 2024-01-15
    int value() { return 0; }
  };
  return Local().value();
}
