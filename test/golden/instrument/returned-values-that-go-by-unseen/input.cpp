// Returns that no guard can look at.
#define CHECK(condition) if (!(condition)) return -1
struct Number { int value; operator int() const { return value; } };

// AI-generated: GPT-4, 2024-01-15, errors: negative
int checked(int value) { CHECK(value > 1); return value; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int constants(int value) { if (value > 1) return {-1}; return {1}; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int narrowed(long long value) { return static_cast<int>(value); }

// AI-generated: GPT-4, 2024-01-15, errors: negative
short shorter(int value) { return value < 0 ? 1 : 2; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int cut(double value) { return value < 1 ? value : value / 2; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int made(Number number) { return number; }

// AI-generated: GPT-4, 2024-01-15, errors: false
bool inBraces(bool value) {
  if (value) return false;
  return {value};
}

// AI-generated: GPT-4, 2024-01-15
int nobodyAsks(Number number) { return number; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int counted(unsigned value) { return static_cast<int>(value); }

int main() {
  return checked(0) + 1 + constants(1) - 1 + narrowed(0) + shorter(-1) - 1 + cut(0) + made({0}) + inBraces(true) + nobodyAsks({0}) + counted(0);
}
