// Odd: attributes that describe parameters
#include <stdarg.h>
#include <stdio.h>
// AI-generated: GPT-4
__attribute__((format(printf, 2, 3), nonnull(2))) static int say(int level, const char *format, ...) { va_list l; va_start(l, format); int r = vprintf(format, l); va_end(l); return r - level; }
// AI-generated: GPT-4
__attribute__((sentinel)) static int strings(const char *first, ...) { va_list l; int n = 1; va_start(l, first); while (va_arg(l, const char *)) ++n; va_end(l); return n; }
// AI-generated: GPT-4
__attribute__((returns_nonnull)) static const char *text(void) { return "x"; }
// AI-generated: GPT-4
int main(void) { return say(4, "%d%s\n", 1, "ab") + strings("a", "b", (char *)0) - 2 + (*text() != 'x'); }
