// Constants.
// AI-generated: GPT-4, 2024-01-15
constexpr int square(int value) { return value * value; }

static_assert(square(2) == 4, "still a constant");

int main() {
  return square(0);
}
