// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exceptions that leave guarded calls of C on their way; every fourth call throws.
#include <assay/inserted.h>

#include <stdexcept>

extern "C" int inBetween(int (*callback)(int), int value);

static int throws(int value) { ASSAY_INSERTED_GUARD(0x0000000000000212, "throws");
  if (value % 4 == 0) throw std::runtime_error("on purpose");
  return value;
}

static int around(int value) { ASSAY_INSERTED_GUARD(0x0000000000000213, "around");
  return inBetween(throws, value);
}

int main() {
  int caught = 0;
  for (int value = 0; value < 100; ++value) {
    try {
      around(value);
    } catch (const std::runtime_error&) {
      ++caught;
    }
  }
  return caught == 25 ? 0 : 1;
}
