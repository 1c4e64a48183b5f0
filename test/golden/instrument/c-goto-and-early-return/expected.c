#include <assay/inserted.h> /* Jumps. */
#include <stdio.h>

/* AI-generated: GPT-4, 2024-01-15 */
int work(int steps) { ASSAY_INSERTED_GUARD(0x35f0f4fa6c495343, "work");
  int result = 1;
  if (steps == 0) goto done;
  if (steps == 1) return 1;
  result = 0;
done:
  puts("done");
  return result;
}

int main(void) { return work(2); }
