// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A shared object that is loaded and unloaded again and again.
#include <assay/inserted.h>

template <typename T>
static T twice(T value) {
  ASSAY_INSERTED_GUARD(0x00000000000000e1, "twice");
  return value + value;
}

struct Inline {
  int call(int value) {
    ASSAY_INSERTED_GUARD(0x00000000000000e2, "Inline::call");
    return twice(value);
  }
};

extern "C" int pluginCall(int value) {
  ASSAY_INSERTED_GUARD(0x00000000000000e3, "pluginCall");
  return Inline().call(value);
}
