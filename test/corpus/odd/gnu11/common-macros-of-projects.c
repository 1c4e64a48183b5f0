/* Odd: heads and bodies as large projects make them */

#include <stdio.h>
#define SYSCALL_DEFINE1(name, t, a) static long sys_##name(t a)
#define MODULE(name) static int name##_init(void); static int (*name##_ptr)(void) = name##_init; static int name##_init(void)
#define BEGIN {
#define END }
#define RETURN(x) return x
#define ARGS(x) x
#define NOTHROW
#define API __attribute__((visibility("default")))
#define FN(r, n, p, b) static r n p b
#define ID(x) x
#define LB ID({)
// AI-generated: GPT-4, errors: negative
SYSCALL_DEFINE1(close, int, fd)
{ return fd ? -1 : 0; }
// AI-generated: GPT-4, errors: negative
MODULE(x) { return -2; }
// AI-generated: GPT-4, errors: negative
static int b(int n) BEGIN return -n; END
// AI-generated: GPT-4, errors: negative
static int c ARGS((int n, int m)) NOTHROW { RETURN(-n); return m; }
// AI-generated: GPT-4, errors: negative
FN(int, d, (int n), { if (n) return -1; return n; })
// AI-generated: GPT-4, errors: negative
API int e(int n) { if (n) RETURN(-1); else return -2; }
// AI-generated: GPT-4, errors: negative
static int f(int n) LB return -n; }
// AI-generated: GPT-4, errors: negative
static int g(int n) { return -n; END
// AI-generated: GPT-4, errors: negative
ID(static int h(int n) { return -n; })
// AI-generated: GPT-4, errors: negative
static int ID(k)(int n) { ID(return -n;) }
// AI-generated: GPT-4
int main(void) { printf("%ld %d %d %d %d %d %d %d %d %d\n", sys_close(1), x_ptr(), b(1), c(1, 2), d(1), e(1), f(1), g(1), h(1), k(1)); return 0; }
