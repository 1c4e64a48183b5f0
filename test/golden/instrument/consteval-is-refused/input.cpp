// Constants.
// AI-generated: GPT-4, 2024-01-15
consteval int square(int value) { return value * value; }

static_assert(square(2) == 4);
