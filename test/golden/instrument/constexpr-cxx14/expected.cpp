#include <assay/inserted.h> // Constants with statements.
// AI-generated: GPT-4, 2024-01-15
constexpr int sum(int to) { ASSAY_INSERTED_LITERAL_GUARD(0xa9e2e7969270fc19, "sum");
  int result = 0;
  for (int i = 1; i <= to; ++i) result += i;
  return result;
}

static_assert(sum(4) == 10, "still a constant");

struct Point {
  int x;
  // AI-generated: GPT-4, 2024-01-15
  constexpr explicit Point(int value) : x(value) { ASSAY_INSERTED_LITERAL_GUARD(0xf14f70b72600ea5e, "Point::Point");}
  // AI-generated: GPT-4, 2024-01-15
  constexpr int twice() const { ASSAY_INSERTED_LITERAL_GUARD(0x7cf2ae19adce52bd, "Point::twice"); return 2 * x; }
};

static_assert(Point(2).twice() == 4, "still a constant");

int main() {
  return sum(0) + Point(0).twice();
}
