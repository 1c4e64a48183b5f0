// Odd: a list of arguments is read twice
#include <stdarg.h>
// AI-generated: GPT-4
static int twice(int n, ...) { va_list a, b; va_start(a, n); va_copy(b, a); int r = va_arg(a, int) + va_arg(b, int); va_end(b); va_end(a); return r; }
// AI-generated: GPT-4
int main(void) { return twice(1, 4) - 8; }
