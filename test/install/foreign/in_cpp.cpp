// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <assay/guard.h>
#include <assay/inserted.h>
#include <assay/snapshot.h>

static int guarded(int value) { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "guarded");
  return value;
}

int main() {
  ASSAY_GUARD("main");
  const int result = guarded(0);
  const assay::Snapshot counted = assay::snapshot();
  return counted.find("guarded") != nullptr && counted.find("guarded")->calls == 1 ? result : 1;
}
