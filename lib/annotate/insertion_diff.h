// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A unified diff of a text that gets whole new lines and loses none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/tag_line.h"

namespace assay::annotate {

/// What `diff -u` would print, with `a/FILE` and `b/FILE` as names; `patch -p1` and `git apply` take it.
/// Empty without lines. The lines are in order of place.
std::string insertionDiff(const std::string& file, std::string_view before,
                          const std::vector<TagLine>& lines);

}  // namespace assay::annotate
