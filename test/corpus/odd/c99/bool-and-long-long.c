// Odd: types that C99 brought
#include <stdbool.h>
#include <stdint.h>
// AI-generated: GPT-4
static _Bool any(long long x) { return x; }
// AI-generated: GPT-4
static bool none(uint_fast64_t x) { return !x; }
// AI-generated: GPT-4
static long double most(long double x) { return x + 0x1.8p1L; }
// AI-generated: GPT-4
int main(void) { return any(0x100000000LL) && none(UINT64_C(0)) && most(0) == 3 ? 0 : 1; }
