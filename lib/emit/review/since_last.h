// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What changed between two reviews, function by function: findings that came, that stayed and that went.
// Which numbers moved is no part of it: both reviews say that themselves.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emit/review/review.h"

namespace assay::emit::review {

struct ChangedFunction {
  std::uint64_t id = 0;
  std::string name;                                 ///< foreign text
  const insight::FunctionReview* review = nullptr;  ///< of the document; null = not called in its periods
  std::vector<std::string> came = {};               ///< codes of findings, in the order of their kinds
  std::vector<std::string> stayed = {};
  std::vector<std::string> went = {};
  std::string standingBefore = {};  ///< a code; empty = the last review does not have it
  std::string standing = {};        ///< likewise of this one
};

/// Functions of which the two reviews say something else, in the document's order, then those that only the
/// last one has, by id. Those that only began or ended to be called with nothing found are left out. Nothing
/// where there is no last review.
std::vector<ChangedFunction> changedSinceLast(const Document& document);

/// Functions whose findings are what they were.
std::size_t unchangedFindings(const Document& document);

/// "new: fails more often; no longer: slower; was trusted".
std::string changeText(const ChangedFunction& changed);

}  // namespace assay::emit::review
