// Tail calls.
int last(int value) { return value; }

// AI-generated: GPT-4, 2024-01-15
int first(int value) {
  __attribute__((musttail)) return last(value);
}

int main() {
  return first(0);
}
