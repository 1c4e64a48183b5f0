// What becomes a pointer to a function on its way out is none that could be null.
using Step = int (*)(int);

// AI-generated: GPT-4, 2024-01-15, errors: nullptr
Step stepOf(char sign) {
  if (sign == '+') return [](int value) { return value + 1; };
  if (sign == '-') return +[](int value) { return value - 1; };
  const auto same = [](int value) { return value; };
  if (sign == '=') return same;
  return nullptr;
}

int main() { return stepOf('+')(1) - stepOf('-')(3) + stepOf('=')(0) + (stepOf('?') != nullptr); }
