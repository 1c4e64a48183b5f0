#include <setjmp.h>

static jmp_buf place;

/* AI-generated: GPT-4, 2024-01-15 */
static int guarded(int value) {
  if (setjmp(place) != 0) return value;
  longjmp(place, 1);
}

int main(void) { return guarded(0); }
