// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the parts of one program share that are built in different ways: mixed.cpp with guards and as C++11,
// mixed_later.cpp with guards and a later standard, mixed_without.cpp with -DASSAY_DISABLE.
#ifndef MIXED_H
#define MIXED_H
#include <assay/inserted.h>
#include <assay/snapshot.h>

#include <cstddef>
#include <stdexcept>

// What a part sees in a snapshot of its own.
struct Seen {
  bool guardsOn;
  std::size_t functions;
};
Seen seenLater();
Seen seenWithout();
// A snapshot of another part, read in the one without guards.
unsigned long long callsIn(const assay::Snapshot& snapshot, const char* function);

#if !defined(ASSAY_DISABLE)
// In line in two parts: one function, whichever of them the linker takes.
inline int shared(int value) { ASSAY_INSERTED_GUARD(0x0000000000000211, "shared"); ASSAY_INSERTED_SIZE(0x0000000000000211, value);
  if (value < 0) throw std::out_of_range("on purpose");
  return value + 1;
}
template <typename T>
T generic(T value) { ASSAY_INSERTED_GUARD(0x0000000000000212, "generic"); ASSAY_INSERTED_TYPE_INSTANCE(0x0000000000000212);
  return value;
}
inline unsigned levels(unsigned left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000213, "levels");
  return left == 0 ? 0 : 1 + levels(left - 1);
}
#endif
int later(int value);
#endif
