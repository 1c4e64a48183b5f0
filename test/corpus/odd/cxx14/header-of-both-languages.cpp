// Odd: a header of inline functions that is C and C++
#include "../c11/header-of-both-languages.h"
// AI-generated: GPT-4
int main() { return both(0); }
