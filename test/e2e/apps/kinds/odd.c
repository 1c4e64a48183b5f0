/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The same for C, which has no exceptions and no destructors. */
#include <stdio.h>

/* AI-generated: GPT-4, 2024-01-15 */
static const char* found(const char* text, int c) {
  for (; *text; ++text)
    if (*text == c) return text;
  return NULL;
}

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static int checked(n)
int n;
{
  if (n > 7) return -1;
  return n;
}

/* AI-generated: GPT-4, 2024-01-15 */
static long depth(long n) {
  return n == 0 ? 0 : 1 + depth(n - 1) % 1000;
}

/* AI-generated: GPT-4, 2024-01-15 */
static long tail(long n, long sum) {
  if (n == 0) return sum;
  return tail(n - 1, sum + n);
}

int main(void) {
  long sum = 0;
  int i;
  for (i = 0; i < 10; ++i) sum += (found("abc", 'a' + i) != NULL) + checked(i);
  printf("%ld\n", sum + depth(99) + tail(3000000L, 0));
  return 0;
}
