// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold for every file that is given as a review, whoever wrote it. Used by the fuzz target and, for
// the seeds, by a unit test.
#pragma once

#include <algorithm>
#include <string>

#include "assay/last_review.h"
#include "assay/reviewed_functions.h"

namespace assay::fuzz {

inline constexpr const char* kReviewFile = "/x/review.json";

inline bool reviewErrorHolds(const Error& error) {
  return error.code == ErrorCode::Input && !error.message.empty() && error.where.file == kReviewFile;
}

/// Every function has something that is said of it, and nothing is new since the same review.
inline bool foundInReviewHolds(const tool::ReviewedFunctions& reviewed) {
  const bool said = std::ranges::all_of(reviewed, [](const auto& function) {
    return !function.second.empty() &&
           std::ranges::none_of(function.second, [](const auto& finding) { return finding.text.empty(); });
  });
  tool::ReviewedFunctions again = reviewed;
  return said && tool::dropKnown(reviewed, again).size() == reviewed.size() && again.empty();
}

/// The text as what `check --review` and what `review --last` take.
inline bool reviewHolds(const std::string& text) {
  const auto reviewed = tool::reviewedFunctionsIn(text, kReviewFile);
  if (!(reviewed ? foundInReviewHolds(*reviewed) : reviewErrorHolds(reviewed.error()))) return false;
  const auto last = tool::lastReviewIn(text, kReviewFile);
  if (!last) return reviewErrorHolds(last.error());
  return std::ranges::none_of(last->functions,
                              [](const auto& function) { return function.second.codes.contains(""); });
}

}  // namespace assay::fuzz
