/* Odd: a list of arguments without end, and one that is passed on */
#include <stdarg.h>
/* AI-generated: GPT-4 */
static int total(int count, va_list rest) { int r = 0; while (count-- > 0) r += va_arg(rest, int); return r; }
/* AI-generated: GPT-4 */
static int sum(int count, ...) {
  int r;
  va_list rest;
  va_start(rest, count);
  r = total(count, rest);
  va_end(rest);
  return r;
}
/* AI-generated: GPT-4 */
int main(void) { return sum(3, 1, 2, 3) - 6; }
