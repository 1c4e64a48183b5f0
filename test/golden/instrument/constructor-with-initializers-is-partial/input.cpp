// Box.
struct Box {
  int size;
  int twice;

  // AI-generated: GPT-4, 2024-01-15
  explicit Box(int wanted) : size{wanted}, twice(2 * wanted) {
    ++size;
  }
};

int main() {
  return Box(3).size - 4;
}
