// Odd: cleanup functions of the user's run in their order
#include <stdio.h>
// AI-generated: GPT-4
static void done(int *x) { printf("done %d\n", *x); }
// AI-generated: GPT-4
static int f(int x) { __attribute__((cleanup(done))) int a = x; __attribute__((cleanup(done))) int b = x + 1; return a + b; }
// AI-generated: GPT-4
int main(void) { return f(0) - 1; }
