// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The JSON of an earlier review -> what it found, for a review that says what changed since.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "emit/review/review.h"
#include "support/expected.h"

namespace assay::tool {

/// Nothing where there is no such file: the review is the first. Fails (Input) for a file that is no review,
/// is one of bodies and not of periods, or is of another form than this program's.
Expected<std::optional<emit::review::EarlierReview>> readLastReview(const std::filesystem::path& file);
/// The same of a file's text.
Expected<emit::review::EarlierReview> lastReviewIn(const std::string& text, const std::string& file);

}  // namespace assay::tool
