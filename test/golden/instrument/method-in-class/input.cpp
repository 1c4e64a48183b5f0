// Counter.
struct Counter {
  // AI-generated: GPT-4, 2024-01-15
  int next() { return ++value; }
  int value = 0;
};

int main() {
  return Counter().next() - 1;
}
