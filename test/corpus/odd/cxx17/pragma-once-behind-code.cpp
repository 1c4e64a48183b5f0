// Odd: a header whose guard is a pragma, included by two names
#include "pragma-once-behind-code.h"
#include "../cxx17/pragma-once-behind-code.h"
// AI-generated: GPT-4
int main() { return n::f(0) + n::g(0) + n::v<int>; }
