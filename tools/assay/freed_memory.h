// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What becomes of memory that a program has freed. The system clears pages that it is given back before it
// hands them out again, which is a good part of a short program's time.
#pragma once

namespace assay::tool {

/// Keeps it for what the program asks for next, in place of giving it back to the system bit by bit. For
/// programs that need as much again soon, and end then. Where jemalloc is not linked in it does nothing.
void keepFreedMemory();

}  // namespace assay::tool
