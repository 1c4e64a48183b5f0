// Box.
struct Box {
  int size;

  // AI-generated: GPT-4, 2024-01-15
  Box() {
    size = 4;
  }
};

int main() {
  return Box().size - 4;
}
