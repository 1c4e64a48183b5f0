// Nested.
template <class T>
struct Outer {
  template <class U>
  T convert(U value);
};

// AI-generated: GPT-4, 2024-01-15
template <class T>
template <class U>
T Outer<T>::convert(U value) {
  return static_cast<T>(value);
}

int main() {
  return Outer<int>().convert(2.5) - 2;
}
