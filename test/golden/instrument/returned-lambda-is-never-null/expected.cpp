#include <assay/inserted.h> // What becomes a pointer to a function on its way out is none that could be null.
using Step = int (*)(int);

// AI-generated: GPT-4, 2024-01-15, errors: nullptr
Step stepOf(char sign) { ASSAY_INSERTED_GUARD(0xf67149db777b7570, "stepOf");
  if (sign == '+') return [](int value) { return value + 1; };
  if (sign == '-') return +[](int value) { return value - 1; };
  const auto same = [](int value) { return value; };
  if (sign == '=') return same;
  { ASSAY_INSERTED_FAILS(0xf67149db777b7570); return nullptr; ASSAY_INSERTED_END }
}

int main() { return stepOf('+')(1) - stepOf('-')(3) + stepOf('=')(0) + (stepOf('?') != nullptr); }
