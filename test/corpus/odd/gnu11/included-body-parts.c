/* Odd: bodies, heads and braces out of other files */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
static int f(int n)
#include "included-body-parts.inc"
static int g(int n) {
#define PART 2
#include "included-body-parts.inc"
}
#define PART 3
#include "included-body-parts.inc"
{ return -n; }
int main(void) { printf("%d %d %d\n", f(1), g(1), h(1)); return 0; }
