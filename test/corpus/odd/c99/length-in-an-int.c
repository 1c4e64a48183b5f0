// Odd: a length is an int, and what takes it would be wrong with a negative one
// with: -O2
#include <stdio.h>
#include <string.h>
static unsigned seed;
// AI-generated: GPT-4
static int randomness(void *unused, int nBuf, char *bytes) {
  (void)unused;
  memset(bytes, 0, nBuf);
  memcpy(bytes, &seed, (size_t)nBuf < sizeof seed ? (size_t)nBuf : sizeof seed);
  return nBuf;
}
static int (*volatile chosen)(void *, int, char *) = randomness;
int main(void) {
  char bytes[8];
  printf("%d\n", chosen(0, 8, bytes));
  return 0;
}
