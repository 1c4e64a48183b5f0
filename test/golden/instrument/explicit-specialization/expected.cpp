#include <assay/inserted.h> // Names.
template <class T>
int rank() {
  return 0;
}

// AI-generated: GPT-4, 2024-01-15
template <>
int rank<double>() { ASSAY_INSERTED_GUARD(0xa801559d8145816f, "rank");
  return 2;
}

int main() {
  return rank<int>() + rank<double>() - 2;
}
