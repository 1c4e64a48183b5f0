#include <assay/inserted.h> // Nested.
template <class T>
struct Outer {
  template <class U>
  T convert(U value);
};

// AI-generated: GPT-4, 2024-01-15
template <class T>
template <class U>
T Outer<T>::convert(U value) { ASSAY_INSERTED_GUARD(0x9d65937f9b42d74a, "Outer::convert"); ASSAY_INSERTED_TYPE_INSTANCE(0x9d65937f9b42d74a);
  return static_cast<T>(value);
}

int main() {
  return Outer<int>().convert(2.5) - 2;
}
