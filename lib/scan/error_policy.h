// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a project says of the returns of its functions, by file.
#pragma once

#include <string>
#include <vector>

#include "model/fragment.h"

namespace assay::scan {

/// Which returns are failures in the files that match, where the tags say nothing.
struct ErrorPolicy {
  std::string files;  ///< a pattern as in .gitignore, anchored at the root of the tree; "**" = all
  std::string words;  ///< as in a tag: "negative false"
};

/// Writes to each function with a body the words of the last policy that matches its file, or a folder that
/// the file is in.
void applyErrorPolicies(const std::vector<ErrorPolicy>& policies, model::Fragment& part);

}  // namespace assay::scan
