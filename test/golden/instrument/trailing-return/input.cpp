// Trailing.
// AI-generated: GPT-4, 2024-01-15
auto length(const char* text) -> int {
  int count = 0;
  while (text[count] != 0) ++count;
  return count;
}

int main() {
  return length("abc") - 3;
}
