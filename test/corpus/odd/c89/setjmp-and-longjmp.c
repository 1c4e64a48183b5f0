/* Odd: a jump over the frame of a function */
#include <setjmp.h>
#include <stdio.h>
static jmp_buf place;
/* AI-generated: GPT-4 */
static void deep(int n) { if (n == 0) longjmp(place, 7); deep(n - 1); }
/* AI-generated: GPT-4 */
static int guarded(void) { int r = setjmp(place); if (r == 0) { deep(3); } return r; }
/* AI-generated: GPT-4 */
static void middle(void) { deep(2); }
/* AI-generated: GPT-4 */
int main(void) {
  int again;
  for (again = 0; again < 100; ++again) if (guarded() != 7) return 1;
  if (setjmp(place) == 0) middle();
  printf("%d\n", guarded());
  return 0;
}
