#include <setjmp.h>
#include <assay/inserted.h> 
static jmp_buf place;

/* AI-generated: GPT-4, 2024-01-15 */
static int guarded(int value) { ASSAY_INSERTED_COUNT(0xaf65fdba27baa057, "guarded");
  if (setjmp(place) != 0) return value;
  longjmp(place, 1);
}

int main(void) { return guarded(0); }
