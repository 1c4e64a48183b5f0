#include <assay/inserted.h> /* Plain C. */
#include <stdio.h>

/* AI-generated: GPT-4, 2024-01-15 */
int twice(int value) { ASSAY_INSERTED_GUARD(0xe177bbe80e1ffa80, "twice");
  printf("%d\n", value);
  return 2 * value;
}

int main(void) { return twice(0); }
