// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A unified diff of two texts with the same number of lines: insertions of ours never add or remove one.
#pragma once

#include <string>
#include <string_view>

namespace assay::instrument {

/// What `diff -u` would print, with `a/FILE` and `b/FILE` as names; empty when the texts are equal. `patch
/// -p1` takes it. Both texts must have the same number of lines.
std::string lineDiff(const std::string& file, std::string_view before, std::string_view after);

}  // namespace assay::instrument
