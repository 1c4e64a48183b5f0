// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Threads come and go; their blocks stay.
#pragma once

#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {

/// Makes the hook that is called when a thread ends. Once; the lock is held.
void prepareThreads() noexcept;

/// Gives this thread a block when it has none. False: no memory. The lock is held.
bool attachThread() noexcept;

/// Gives the block room for the levels of recursions when it has none. False: no memory. The lock is held.
bool makeLevels(ThreadBlock& block) noexcept;

/// Gives the block room for the types of inputs when it has none. False: no memory. The lock is held.
bool makeTypes(ThreadBlock& block) noexcept;

/// Gives the block room for what its calls do to memory when it has none. False: no memory. The lock is held.
bool makeMemory(ThreadBlock& block) noexcept;

/// Gives the block room for its errors by kind when it has none. False: no memory. The lock is held.
bool makeErrors(ThreadBlock& block) noexcept;

/// In a child, on the thread that forked: it will go on with the block it had, because its calls do.
void keepBlockOfThisThread() noexcept;

/// This code is about to be unloaded, or the process to end: threads that end later must not call it. The
/// lock is held.
void forgetThreads() noexcept;

/// In a child, where only the thread that forked exists: all blocks are empty, and those of the others are
/// free.
void freeAllBlocks() noexcept;

}  // namespace assay::runtime
