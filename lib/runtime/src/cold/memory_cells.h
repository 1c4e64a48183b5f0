// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether the program counts its allocations, and where a thread finds its counts.
#pragma once

#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {

/// Something is linked that counts bytes.
bool bytesAreCounted() noexcept;

/// Notes where the calling thread's bytes are counted.
void findCounters(ThreadBlock& block) noexcept;

}  // namespace assay::runtime
