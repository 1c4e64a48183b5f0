/* Odd: what is cleaned up, and when */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
static void bye(int *p) { printf("bye %d\n", *p); }
static int f(int x) { __attribute__((cleanup(bye))) int a = 1; for (int i = 0; i < 2; ++i) { __attribute__((cleanup(bye))) int b = 10 + i; if (i == x) return -b; if (x == 5) goto out; if (x == 6) continue; if (x == 7) break; } return a; out: return -2; }
static int g(void) { int v __attribute__((cleanup(bye))) = 3; return v = -4; }
int main(void) { printf("%d\n", f(1)); printf("%d\n", f(5)); printf("%d\n", f(6)); printf("%d\n", f(7)); printf("%d\n", g()); return 0; }
