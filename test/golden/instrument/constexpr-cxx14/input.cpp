// Constants with statements.
// AI-generated: GPT-4, 2024-01-15
constexpr int sum(int to) {
  int result = 0;
  for (int i = 1; i <= to; ++i) result += i;
  return result;
}

static_assert(sum(4) == 10, "still a constant");

struct Point {
  int x;
  // AI-generated: GPT-4, 2024-01-15
  constexpr explicit Point(int value) : x(value) {}
  // AI-generated: GPT-4, 2024-01-15
  constexpr int twice() const { return 2 * x; }
};

static_assert(Point(2).twice() == 4, "still a constant");

int main() {
  return sum(0) + Point(0).twice();
}
