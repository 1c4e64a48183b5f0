/* Odd: returns inside of returned statement expressions */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
static int f(int x) { return ({ if (x < 0) return -1; x; }); }
static int g(int x) { int y = ({ if (x) return -f(x); 1; }); return y ? ({ return -2; 3; }) : -3; }
static int h(int x) { return (({ x; }), -x); }
static int k(int x) { if (x) return ({ __label__ out; if (x > 2) goto out; out: -x; }); else return ({ -x; }); }
int main(void) { printf("%d %d %d %d %d\n", f(-1), f(1), g(0), h(3), k(3)); return 0; }
