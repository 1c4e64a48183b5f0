#include <assay/inserted.h> // Constants that allocate, branch and recurse.
// AI-generated: GPT-4, 2024-01-15
constexpr int countdown(int from) { ASSAY_INSERTED_LITERAL_GUARD(0x4a96f84cb5bf0df5, "countdown");
  int* cell = new int(from);
  while (*cell > 0) --*cell;
  const int last = *cell;
  delete cell;
  return last;
}

static_assert(countdown(3) == 0);

// AI-generated: GPT-4, 2024-01-15
template <class T>
constexpr T greatest(T a, T b) { ASSAY_INSERTED_COUNT(0xc182e29d83e7ff6b, "greatest");
  if (b == 0) return a;
  return greatest(b, a % b);
}

static_assert(greatest(12, 18) == 6);

int main() {
  return countdown(2) + greatest(3, 2) - 1;
}
