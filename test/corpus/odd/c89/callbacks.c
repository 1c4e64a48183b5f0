/* Odd: functions that the C library calls */
#include <stdlib.h>
/* AI-generated: GPT-4 */
static int by_value(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
/* AI-generated: GPT-4 */
int main(void) {
  int numbers[5] = { 3, 1, 2, 5, 4 }, key = 4, *found;
  qsort(numbers, 5, sizeof *numbers, by_value);
  found = (int *)bsearch(&key, numbers, 5, sizeof *numbers, by_value);
  return found == &numbers[3] && numbers[0] == 1 ? 0 : 1;
}
