// Numbers.
struct Number {
  int value;

  // AI-generated: GPT-4, 2024-01-15
  Number& operator+=(const Number& other) {
    value += other.value;
    return *this;
  }
  // AI-generated: GPT-4, 2024-01-15
  int operator[](int index) const { return value + index; }
};

// AI-generated: GPT-4, 2024-01-15
bool operator==(const Number& a, const Number& b) {
  return a.value == b.value;
}

// AI-generated: GPT-4, 2024-01-15
Number operator+(Number a, const Number& b) {
  return a += b;
}

int main() {
  return Number{1} + Number{2} == Number{3} ? (Number{1}[2] - 3) : 1;
}
