// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <assay/guard.h>
#include <assay/inserted.h>

static int guarded(int value) { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "guarded");
  return value;
}

int main() {
  ASSAY_GUARD("main");
  return guarded(0);
}
