#include <assay/inserted.h> // Numbers.
struct Number {
  int value;

  // AI-generated: GPT-4, 2024-01-15
  Number& operator+=(const Number& other) { ASSAY_INSERTED_GUARD(0x3fc7619a7e253b30, "Number::operator+=");
    value += other.value;
    return *this;
  }
  // AI-generated: GPT-4, 2024-01-15
  int operator[](int index) const { ASSAY_INSERTED_GUARD(0xbb1df8ed0d62c75b, "Number::operator[]"); return value + index; }
};

// AI-generated: GPT-4, 2024-01-15
bool operator==(const Number& a, const Number& b) { ASSAY_INSERTED_GUARD(0xf9f1322ae4ae8b34, "operator==");
  return a.value == b.value;
}

// AI-generated: GPT-4, 2024-01-15
Number operator+(Number a, const Number& b) { ASSAY_INSERTED_GUARD(0x130dfbd4db802c78, "operator+");
  return a += b;
}

int main() {
  return Number{1} + Number{2} == Number{3} ? (Number{1}[2] - 3) : 1;
}
