// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Threads come and go; their blocks stay.
#pragma once

namespace assay::runtime {

/// Makes the hook that is called when a thread ends. Once; the lock is held.
void prepareThreads() noexcept;

/// Gives this thread a block when it has none. False: no memory. The lock is held.
bool attachThread() noexcept;

/// This code is about to be unloaded, or the process to end: threads that end later must not call it. The
/// lock is held.
void forgetThreads() noexcept;

/// In a child, where only this thread exists: all blocks are free, and empty.
void freeAllBlocks() noexcept;

}  // namespace assay::runtime
