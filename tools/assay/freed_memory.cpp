// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/freed_memory.h"

#include <sys/types.h>

#include <cstddef>

// NOLINTNEXTLINE(readability-identifier-naming): jemalloc's
extern "C" int mallctl(const char* name, void* before, std::size_t* beforeSize, void* value, std::size_t size)
    __attribute__((weak));

namespace assay::tool {

void keepFreedMemory() {
  if (mallctl == nullptr) return;
  ssize_t never = -1;
  for (const char* decay : {"arena.0.dirty_decay_ms", "arena.0.muzzy_decay_ms"})
    mallctl(decay, nullptr, nullptr, &never, sizeof never);  // in vain: it is given back, as before
}

}  // namespace assay::tool
