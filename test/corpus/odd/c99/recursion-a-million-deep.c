/* Odd: recursion a million deep, which optimised code makes loops of; without optimisation a hundred deep */
/* with: -O2 -foptimize-sibling-calls */
#include <stdbool.h>
static volatile int nothing, counted;
/* AI-generated: GPT-4 */
static bool any(long n) { return n == 0 || (nothing || any(n - 1)); }
/* AI-generated: GPT-4 */
static bool all(long n) { return n == 0 || (!nothing && all(n - 1)); }
/* AI-generated: GPT-4 */
static bool flipped(long n) { if (n == 0) return true; return !!flipped(n - 1); }
/* AI-generated: GPT-4 */
static long cast(long n) { if (n == 0) return 7; return (int) cast(n - 1); }
/* AI-generated: GPT-4 */
static long comma(long n) { if (n == 0) return 7; return counted++, comma(n - 1); }
/* AI-generated: GPT-4 */
static long held(long n) { if (n == 0) return 7; long r = held(n - 1); return r; }
/* AI-generated: GPT-4 */
static long single(long n) { long r = 7; if (n != 0) r = single(n - 1); return r; }
/* AI-generated: GPT-4 */
static long checked(long n) { if (n == 0) return 0; long r = checked(n - 1); if (r != 0) return r; return 0; }
/* AI-generated: GPT-4 */
static unsigned long added(unsigned long n) { if (n == 0) return 0; return n + added(n - 1); }
/* AI-generated: GPT-4 */
static unsigned long multiplied(unsigned long n) { if (n == 0) return 1; return (n | 1) * multiplied(n - 1); }
/* AI-generated: GPT-4 */
static void chosen(long n) { switch (n) { case 0: break; default: chosen(n - 1); break; } }
/* AI-generated: GPT-4 */
static void branched(long n) { if (n > 0) { if (n > 5) { branched(n - 1); } else { branched(n - 1); } } else { counted++; } }
/* AI-generated: GPT-4 */
static void labelled(long n) { if (n <= 0) goto out; labelled(n - 1); out:; }
static bool odd(long n);
/* AI-generated: GPT-4 */
static bool even(long n) { return n == 0 || odd(n - 1); }
/* AI-generated: GPT-4 */
static bool odd(long n) { return n != 0 && even(n - 1); }
static void bounce(long n);
/* AI-generated: GPT-4 */
static void serve(long n) { if (n > 0) { switch (n & 1) { case 0: bounce(n - 1); break; default: bounce(n - 1); } } }
/* AI-generated: GPT-4 */
static void bounce(long n) { if (n == 0) { counted++; return; } serve(n - 1); }
/* AI-generated: GPT-4 */
int main(void) {
#ifdef __OPTIMIZE__
  const long deep = 1000000;
#else
  const long deep = 100;
#endif
  chosen(deep);
  branched(deep);
  labelled(deep);
  serve(deep);
  return even(deep) && any(deep) && all(deep) && flipped(deep) && cast(deep) == 7 && held(deep) == 7 && single(deep) == 7 && checked(deep) == 0 &&
                 comma(deep) == 7 && added(1000) == 500500 && added((unsigned long) deep) > 0 && multiplied((unsigned long) deep) != 2
             ? 0
             : 1;
}
