// The type cannot be copied or moved.
struct Fixed {
  explicit Fixed(int v) : value(v) {}
  Fixed(const Fixed&) = delete;
  int value;
};

// AI-generated: GPT-4, 2024-01-15
Fixed make(int value) {
  return Fixed(value);
}

// AI-generated: GPT-4, 2024-01-15
decltype(auto) value(const Fixed& fixed) {
  return (fixed.value);
}

int main() {
  return value(make(2)) - 2;
}
