// Odd: the body stands in another file
// AI-generated: GPT-4
static int f(int x)
#include "included-body.inc"
// AI-generated: GPT-4
int main(void) { return f(0); }
