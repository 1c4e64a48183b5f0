/* Odd: a return as the only statement of everything */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
#define IF_NEG(x, what) if ((x) < 0) what
#define EVER for (;;)
#define DO(x) do { x } while (0)
static int f(int x) {
  IF_NEG(x, return -1);
  IF_NEG(x, return x;) else if (x == 7) return -7; else if (x == 8) return -8;
  switch (x) { case 1: return -1; case 2: l: return -2; default: if (x == 3) return -3; else do return -4; while (0); case 9: ; }
  goto l;
}
static int g(int x) { EVER return -x; }
static int h(int x) { for (int i = 0; i < 3; ++i) if (i == x) return -i; else continue; return 1; }
static int k(int x) { DO(return -x;); }
static int m(int x) { while (x) return
#ifdef NOPE
 1
#else
 -1
#endif
 ; return 0; }
static int n(int x) { switch (x) return -1; return 2; }
static int o(int x) { switch (x) case 5: return -5; return 3; }
static int p(int x) { if (x) a: return -1; if (x > 1) goto a; return 0; }
static int q(int x) { { { { return -x; } } } }
static int r(int x) { if (x) return -1; ; return 0; }
static int s(int x) { x: if (x) { return -1; } else { return 1; } goto x; }
static void t(int x) { if (x) return; else return (void)f(x); }
static void u(int x) { return t(x); }
int main(void) { u(1); printf("%d %d %d %d %d %d %d %d %d %d %d %d %d\n", f(-1), f(1), f(3), g(1), h(2), k(3), m(1), n(1), o(5), p(0), q(1), r(0), s(0)); return f(0) + 4; }
