/* Odd: declarators inside out */
/* with: -pedantic-errors */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdlib.h>
static int one(int x) { return -x; }
static int (*(*table(int n))[2])(int) { static int (*t[2])(int) = {one, one}; return n ? &t : NULL; }
static int (((g)))(n) int n; { return n; }
static void (*sig(int n, void (*old)(int)))(int) { return n ? old : 0; }
int static const inline_like(void) { return -1; }
long unsigned static int order(void) { return 3; }
static struct { int x; } *anon(void) { return 0; }
static enum here { a1 = -4, b1 } en(int x) { return x ? a1 : b1; }
typedef int fn(int);
static fn *pick(int n) { return n ? one : (fn *)0; }
int main(void) { return (*table(1))[0](0) + g(0) + (sig(0, 0) != 0) + inline_like() + (int)order() - 2 + (anon() != 0) + (en(1) == b1) + (pick(0) != 0); }
