/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* C that calls back, and through which exceptions pass (through_c.cpp). */
#include <assay/inserted.h>

int inBetween(int (*callback)(int), int value);
int inBetween(int (*callback)(int), int value) { ASSAY_INSERTED_GUARD(0x0000000000000211, "inBetween");
  return callback(value) + 1;
}
