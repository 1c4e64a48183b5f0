#include <assay/inserted.h> // The compiler points at the macro, which stands in the function around; that one's guard has done nothing.
#define MEASURED(...)                                 \
  char room[sizeof(#__VA_ARGS__) < 40 ? 1 : -1] = {}; \
  const auto measured = __VA_ARGS__

// AI-generated: GPT-4, 2024-01-15
int around(int n) { ASSAY_INSERTED_GUARD(0x6457c2b7e0ff1e99, "around");
  MEASURED(
      // AI-generated: GPT-4, 2024-01-15
      [](int m) {
        return m + 1;
      });
  return measured(n) + room[0];
}

// AI-generated: GPT-4, 2024-01-15
int after(int n) { ASSAY_INSERTED_GUARD(0xdd1a6939f7bda12e, "after");
  return around(n) + 1;
}

int main() {
  return after(0) - 2;
}
