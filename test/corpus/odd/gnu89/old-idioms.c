/* Odd: C as it was */
/* with: -w */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

extern int printf();
add(a, b) register a; { if (a < 0) return -1; return a + b; }
char *name() { return "x"; }
void noargs() { return; }
float fsum(x, y) float x, y; { return x - y; }
static cmp(a, b) char *a, *b; { return *a - *b; }
int vla_old(n, a) int n; int a[n]; { return sizeof *a - 9; }
int fnp(f) int f(); { return f(-3, 1); }
main() { int a[2]; printf("%d %s %d %d %d %d\n", add(-1, 2), name(), (int)fsum(1.0, 3.0), cmp("a", "b"), vla_old(2, a), fnp(add)); return 0; }
