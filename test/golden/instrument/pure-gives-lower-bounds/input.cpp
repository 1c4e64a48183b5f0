// Pure.
// AI-generated: GPT-4, 2024-01-15
__attribute__((pure)) int length(const char* text) {
  int count = 0;
  while (text[count] != 0) ++count;
  return count;
}

int main() {
  return length("");
}
