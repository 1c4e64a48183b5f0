// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The JSON of `assay review` -> what it found, by function. For who goes by a review and has no history.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "support/expected.h"

namespace assay::tool {

/// Findings in the review's words, by the function's id.
using ReviewedFunctions = std::map<std::uint64_t, std::vector<std::string>>;

/// Fails (Input) for a file that is no review, or of another form than this program's.
Expected<ReviewedFunctions> reviewedFunctions(const std::filesystem::path& file);

}  // namespace assay::tool
