/* Odd: every form of expression behind return */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

#include <stdio.h>
enum e { bad = -3, good };
struct s { signed b : 3; int x; int *p; };
static int comma(int a, int b) { return a++, b; }
static int assign(int a, int b) { return a = b; }
static int choose(int a) { return a ? -1 : 2u; }
static int generic(int a) { return _Generic(a, int: -a, default: 0); }
static int ext(int a) { return __extension__ (a ?: -4); }
static int chosen(int a) { return __builtin_choose_expr(1, -a, "x"); }
static int inv(int a) { return ~a; }
static int chars(void) { return '\377'; }
static enum e en(int a) { return a ? bad : good; }
static const int cnst(int a) { return -a; }
static volatile int v = -5;
static int vol(void) { return v; }
static _Atomic int at = -6;
static int atom(void) { return at; }
static int bits(struct s *p) { return p->b; }
static int *ptr(struct s *p) { return p ? p->p : (void *)0; }
static _Bool tr(int a) { return a & 4; }
static _Bool pt(void *p) { return p; }
static int spl\
it(int a) { retu\
rn -a\
; }
static int commented(int a) { return /* a */ -a /* b */ // c
 ; }
static int paren(int a) { return(-a); }
static int sizes(int n) { return (int)sizeof(int[n]) - 100; }
static int lit(void) { return (int){-3}; }
static int memb(void) { return (struct s){.x = -7}.x; }
static signed char small(int a) { return (signed char)-a; }
static long long big(int a) { return -a; }
static int big2(long a) { return (int)-a; }
static float fl(int a) { return -a; }
static __int128 huge(int a) { return -(__int128)a; }
static int and_(int a, int b) { return a && -b; }
static int str(void) { return "ab"[0] - 200; }
static void *vp(char *p) { return p; }
static const char *arr(int a) { static char x[2][3]; return a ? x[1] : "q"; }
static int (*fp(int a))(int) { return a ? paren : 0; }
static int (*pa(int a))[3] { static int x[2][3]; return a ? &x[1] : 0; }
int main(void) {
  struct s z = {.b = -1, .x = 2, .p = &z.x};
  printf("%d %d %d %d %d %d %d %d %d\n", comma(1, -2), assign(1, -2), choose(1), generic(2), ext(0), chosen(3), inv(0), chars(), en(1));
  printf("%d %d %d %d %d %d %d %d %d %d\n", cnst(2), vol(), atom(), bits(&z), ptr(0) == 0, tr(4), pt(0), split(2), commented(2), paren(2));
  printf("%d %d %d %d %lld %d %g %d %d %d %d %d %d %d\n", sizes(3), lit(), memb(), small(3), big(4), big2(4), fl(3), (int)huge(9), and_(1, 2), str(), vp(0) == 0, arr(0)[0], fp(1)(3), pa(0) == 0);
  return 0;
}
