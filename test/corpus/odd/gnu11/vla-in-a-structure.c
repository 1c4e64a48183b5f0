/* Odd: structures of variable size; GCC alone takes them */
/* with: -Wno-pedantic */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
static int f(int n) { struct { int a[n]; char c; } s; s.c = 1; s.a[n - 1] = -2; return s.a[n - 1] * s.c; }
static int g(int n) { struct s { char x[n]; } *p = 0; return (int)sizeof *p - 9; }
int main(void) { printf("%d %d\n", f(3), g(3)); return 0; }
