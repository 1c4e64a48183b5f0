/* setjmp() under the names that headers and programs give it. */
#define _GNU_SOURCE
#include <setjmp.h>

static jmp_buf place;
static sigjmp_buf kept;

/* AI-generated: GPT-4, 2024-01-15 */
static int plain(void) { return _setjmp(place) == 0 ? 0 : 1; }

/* AI-generated: GPT-4, 2024-01-15 */
static int withSignals(void) { return sigsetjmp(kept, 1) == 0 ? 0 : 1; }

/* AI-generated: GPT-4, 2024-01-15 */
static void jumps(int value) { if (value > 1) _longjmp(place, value); }

/* AI-generated: GPT-4, 2024-01-15 */
static void jumpsBack(int value) { if (value > 1) siglongjmp(kept, value); }

int main(void) {
  jumps(0);
  jumpsBack(0);
  return plain() + withSignals();
}
