// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What happens when memory runs out in the middle of a parse. Clang cannot carry on from there: its own
// allocations abort, and an exception would pass through code that was built without them.
#pragma once

namespace assay::scan {

/// From now on `end` is called, on any thread, when an allocation of ours or of LLVM's fails. It must not
/// return and must not allocate.
void onOutOfMemory(void (*end)());

}  // namespace assay::scan
