/* Odd: sizes that the tag names, of every kind of parameter */

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
/* AI-generated: GPT-4, size: n */
static int f(short n) { n = 0; return n; }
/* AI-generated: GPT-4, size: n */
static int g(const volatile unsigned n) { return (int)n - (int)n; }
/* AI-generated: GPT-4, size: n */
static int h(_Bool n) { return n; }
/* AI-generated: GPT-4, size: n */
static int i(enum { A, B } n) { return n; }
/* AI-generated: GPT-4, size: n */
static int j(uint64_t n, char a[static 1]) { return a[0] + (int)n; }
/* AI-generated: GPT-4, size: n */
static int k(double n) { return (int)n; }
/* AI-generated: GPT-4, size: strlen(s) */
static int l(const char *s) { return s[0]; }
/* AI-generated: GPT-4, size: n; evil() */
static int m(int n) { return n; }
/* AI-generated: GPT-4, size: p->n */
static int n_(struct { int n; } *p) { return p ? p->n : 0; }
/* AI-generated: GPT-4, size: buflen */
static int o(char *buf, register size_t buflen) { memset(buf, 0, buflen); return buf[0]; }
/* AI-generated: GPT-4 */
int main(void) { char b[4]; printf("%d %d %d %d %d %d %d %d %d %d\n", f(3), g(2), h(1), i(0), j(0, ""), k(0), l(""), m(0), n_(0), o(b, 4)); return 0; }
