// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Room for code that is nested deeply: the parser calls itself for each parenthesis and each `else if`. Knows
// nothing of what runs.
#pragma once

#include <functional>

namespace assay::scan {

/// Runs `step` on a thread of its own with a stack of 64 MB, as much as GCC gives itself, and waits for it;
/// on the caller's own stack where the system gives no such thread. What `step` throws, it throws.
void onDeepStack(const std::function<void()>& step);

}  // namespace assay::scan
