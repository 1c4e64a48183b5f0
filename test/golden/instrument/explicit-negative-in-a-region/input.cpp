// Human.
// [BEGIN AI-GENERATED] GPT-4
int model() { return 0; }

// AI Use: No AI
int value() { return 0; }
// [END AI-GENERATED]

int main() {
  return value() + model();
}
