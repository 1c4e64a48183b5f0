#include <assay/inserted.h> // Constraints.
template <class T>
concept Small = sizeof(T) <= 4;

// AI-generated: GPT-4, 2024-01-15
template <class T>
  requires Small<T>
T keep(T value)
  requires(sizeof(T) > 1)
{ ASSAY_INSERTED_GUARD(0xe211bbcb78adbaaa, "keep"); ASSAY_INSERTED_TYPE_INSTANCE(0xe211bbcb78adbaaa);
  return value;
}

int main() {
  return keep(2) - 2;
}
