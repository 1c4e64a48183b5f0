// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// fork(): the child counts in a segment of its own, and never in its parent's.
#pragma once

namespace assay::runtime {

/// Registers the hooks, once. The lock is held.
void prepareForFork() noexcept;

/// In a child, at its first guard: lets go of the parent's segments and blocks. The site table is kept,
/// because the sites keep their indices. The lock is held.
void dropWhatTheParentMade() noexcept;

}  // namespace assay::runtime
