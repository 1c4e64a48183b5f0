// How many calls are timed, where the tag says so.
#include <string>

// AI-generated: GPT-4, 2024-01-15, sample: 1/256
int often(int value) { return value + 1; }

// AI-generated: GPT-4, 2024-01-15, sample: 0.5%
constexpr int constant(int value) { return value * 2; }

// AI-generated: GPT-4, 2024-01-15, sample: all
std::size_t each(const std::string& text) { return text.size(); }

// AI-generated: GPT-4, 2024-01-15, sample: 1 in 10
int tries(int value) try {
  return value;
} catch (...) {
  return -1;
}

// Of a recursion the outermost call is timed, in any case.
// AI-generated: GPT-4, 2024-01-15, sample: 1/8
int levels(int value) { return value == 0 ? 0 : levels(value - 1) % 1000 + 1; }

// AI-generated: GPT-4, 2024-01-15, sample: sometimes
int seldom(int value) { return value; }

int main() { return often(1) + constant(0) + static_cast<int>(each("")) + tries(0) + levels(0) + seldom(0) == 2 ? 0 : 1; }
