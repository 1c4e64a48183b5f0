// Odd: a header of inline functions that is C and C++
#include "header-of-both-languages.h"
// AI-generated: GPT-4
int main(void) { return both(0); }
