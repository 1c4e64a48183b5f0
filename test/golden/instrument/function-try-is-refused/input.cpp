// Tries.
// AI-generated: GPT-4, 2024-01-15
int value() try {
  throw 1;
} catch (int caught) {
  return caught;
}

int main() {
  return value() - 1;
}
