/* Odd: functions in functions, with returns of their own; GCC alone takes them */
/* with: -Wno-pedantic */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
static int apply(int (*f)(int), int x) { return f(x); }
static int outer(int x) {
  auto int inner(int);
  int plain(int a) { if (a) return -a; return x; }
  int inner(int a) { if (a > 3) return -1; int deep(void) { return -x; } return deep(); }
  if (x) return apply(plain, x) + inner(1);
  return -3;
}
int main(void) { printf("%d %d\n", outer(2), outer(0)); return 0; }
