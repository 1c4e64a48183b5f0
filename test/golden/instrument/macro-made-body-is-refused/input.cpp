// Getters.
#define GETTER(name, value) \
  int name() { return value; }

// AI-generated: GPT-4, 2024-01-15
GETTER(one, 1)

int main() {
  return one() - 1;
}
