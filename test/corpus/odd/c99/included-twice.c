// Odd: the same text is included twice and makes two functions
#define NAME first
#include "included-twice.inc"
#define NAME second
#include "included-twice.inc"
// AI-generated: GPT-4
int main(void) { return first(1) + second(-1); }
