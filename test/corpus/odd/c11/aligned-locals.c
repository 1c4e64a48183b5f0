// Odd: locals with an alignment greater than the stack's
#include <stdint.h>
// AI-generated: GPT-4
static int f(void) { _Alignas(64) char buffer[64]; buffer[0] = 0; return (int)((uintptr_t)buffer % 64) + buffer[0]; }
// AI-generated: GPT-4
int main(void) { return f(); }
