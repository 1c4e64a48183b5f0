// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The JSON of `assay review` -> what it found, by function. For who goes by a review and has no history.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/expected.h"

namespace assay::tool {

struct ReviewedFinding {
  std::string code;  ///< stable word: "inputs-fail"
  std::string text;  ///< in the review's words
};

/// By the function's id.
using ReviewedFunctions = std::map<std::uint64_t, std::vector<ReviewedFinding>>;

/// Fails (Input) for a file that is no review, or of another form than this program's.
Expected<ReviewedFunctions> reviewedFunctions(const std::filesystem::path& file);
/// The same of a file's text.
Expected<ReviewedFunctions> reviewedFunctionsIn(const std::string& text, const std::string& file);

/// Takes out of `now` what an earlier review said of the same function, by code: figures may be others. Gives
/// the functions of which nothing is left.
std::set<std::uint64_t> dropKnown(const ReviewedFunctions& before, ReviewedFunctions& now);

}  // namespace assay::tool
