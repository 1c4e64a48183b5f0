#include <assay/inserted.h> /* setjmp() under the names that headers and programs give it. */
#define _GNU_SOURCE
#include <setjmp.h>

static jmp_buf place;
static sigjmp_buf kept;

/* AI-generated: GPT-4, 2024-01-15 */
static int plain(void) { ASSAY_INSERTED_COUNT(0x609d619f0ad80863, "plain"); return _setjmp(place) == 0 ? 0 : 1; }

/* AI-generated: GPT-4, 2024-01-15 */
static int withSignals(void) { ASSAY_INSERTED_COUNT(0x9319918751ebdf46, "withSignals"); return sigsetjmp(kept, 1) == 0 ? 0 : 1; }

/* AI-generated: GPT-4, 2024-01-15 */
static void jumps(int value) { ASSAY_INSERTED_COUNT(0xdb662cb31a7ab5ff, "jumps"); if (value > 1) _longjmp(place, value); }

/* AI-generated: GPT-4, 2024-01-15 */
static void jumpsBack(int value) { ASSAY_INSERTED_COUNT(0x9ed8ad00f37aa18e, "jumpsBack"); if (value > 1) siglongjmp(kept, value); }

int main(void) {
  jumps(0);
  jumpsBack(0);
  return plain() + withSignals();
}
