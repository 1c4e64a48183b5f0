// Odd: an ellipsis with nothing before it
#include <stdarg.h>
// AI-generated: GPT-4
static int f(...) { va_list l; va_start(l); int r = va_arg(l, int); va_end(l); return r; }
// AI-generated: GPT-4
int main() { return f(0); }
