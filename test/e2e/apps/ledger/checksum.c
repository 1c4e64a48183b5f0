// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checksum.h"

/* AI-generated: Llama 3, 2024-07-01, prompt: "mix the bits of two words" */
static unsigned long mix(unsigned long a, unsigned long b) {
  DEMO_COUNT("mix");
  a ^= b * 0x9e3779b97f4a7c15UL;
  return a ^ (a >> 29);
}

/*
 * AI-generated: Llama 3
 * date: 2024-07-02
 * prompt: "a sum that does not depend on order"
 */
unsigned long ledgerChecksum(unsigned long sum, unsigned long account, unsigned long balance) {
  DEMO_COUNT("ledgerChecksum");
  if (balance == 0) return sum;
  return sum + mix(account, balance);
}
