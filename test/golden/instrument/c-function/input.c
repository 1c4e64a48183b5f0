/* Plain C. */
#include <stdio.h>

/* AI-generated: GPT-4, 2024-01-15 */
int twice(int value) {
  printf("%d\n", value);
  return 2 * value;
}

int main(void) { return twice(0); }
