// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// In which formats a review is asked for, and where each goes.
#pragma once

#include <string>
#include <vector>

#include "config/settings.h"
#include "emit/review/review.h"
#include "support/expected.h"

namespace assay::tool {

struct ReviewFile {
  const emit::review::Format* format = nullptr;
  std::string file;
};

struct ReviewOutputs {
  const emit::review::Format* printed = nullptr;  ///< null = only files were asked for
  std::vector<ReviewFile> files = {};
};

/// --format (or --json) is printed, each --output FORMAT=FILE written; text is printed where nothing is asked
/// for. Fails (Usage) on unknown formats, on an output without a file, on two to one file, and where --json
/// and
/// --format say two things.
Expected<ReviewOutputs> reviewOutputsOf(const config::Settings& settings);

/// Writes the files, each of them all or nothing. Fails (Output).
Expected<void> writeReviewFiles(const ReviewOutputs& outputs, const emit::review::Document& document);

}  // namespace assay::tool
