// Meters.
struct Meters {
  int value;
  // AI-generated: GPT-4, 2024-01-15
  operator int() const { return value; }
};

int main() {
  return int(Meters{5}) - 5;
}
