/* Odd: words that the compiler refuses from here on */
#include <stdio.h>
#pragma GCC poison malloc free abort printf
/* AI-generated: GPT-4 */
static int f(int x) { return x; }
/* AI-generated: GPT-4 */
int main(void) { puts("poisoned"); return f(0); }
