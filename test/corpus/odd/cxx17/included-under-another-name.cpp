// Odd: a header is included twice, as two namespaces
#define NAME first
#include "included-under-another-name.inc"
#undef NAME
#define NAME second
#include "included-under-another-name.inc"
// AI-generated: GPT-4
int main() { return first::f(0) + second::f(0); }
