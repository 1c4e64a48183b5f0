/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The same in C of before prototypes. */
#include <stddef.h>
#include <stdio.h>

/* AI-generated: GPT-4, 2024-01-15 */
static unsigned long hash(const char* data, size_t size) {
  unsigned long value = 5381;
  while (size-- > 0) value = value * 33 + (unsigned long)*data++;
  return value;
}

/* AI-generated: GPT-4, 2024-01-15 */
static int sum(values, n) const int* values;
int n;
{
  return n <= 0 ? 0 : values[0] + sum(values + 1, n - 1) % 100000 * 2;
}

/* AI-generated: GPT-4, 2024-01-15, size: rounds */
static int spin(rounds)
int rounds;
{
  int i, total = 0;
  for (i = 0; i < rounds; ++i) total += i;
  return total;
}

int main(void) {
  static const int values[] = {1, 2, 3, 4, 5};
  printf("%lu %lu %d %d %d\n", hash("", 0), hash("hello", 5), sum(values, 5), spin(-1), spin(100));
  return 0;
}
