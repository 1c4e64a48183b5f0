// New.
struct Value {
  int value = 0;
  // AI-generated: GPT-4, 2024-01-15
  int get(this const Value& self) { return self.value; }
};

int main() {
  return Value().get();
}
