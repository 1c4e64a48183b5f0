// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A part of mixed.cpp with guards, of a later standard.
#include "mixed.h"

Seen seenLater() {
  const assay::Snapshot all = assay::snapshot();
  return {all.guardsOn, all.functions.size()};
}

int later(int value) {
  const auto work = [](int given) { ASSAY_INSERTED_LITERAL_GUARD(0x0000000000000214, "later::(lambda)"); return given; };
  return shared(work(value)) + generic(3) + static_cast<int>(levels(2));
}
