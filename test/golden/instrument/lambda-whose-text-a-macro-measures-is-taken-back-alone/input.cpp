// The compiler points at the macro, which stands in the function around; that one's guard has done nothing.
#define MEASURED(...)                                 \
  char room[sizeof(#__VA_ARGS__) < 40 ? 1 : -1] = {}; \
  const auto measured = __VA_ARGS__

// AI-generated: GPT-4, 2024-01-15
int around(int n) {
  MEASURED(
      // AI-generated: GPT-4, 2024-01-15
      [](int m) {
        return m + 1;
      });
  return measured(n) + room[0];
}

// AI-generated: GPT-4, 2024-01-15
int after(int n) {
  return around(n) + 1;
}

int main() {
  return after(0) - 2;
}
