// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A history and a manifest -> what a review is made of.
#pragma once

#include "assay/review_question.h"
#include "emit/review/review.h"
#include "history/reader.h"
#include "model/manifest.h"

namespace assay::tool {

/// Reads both periods and reviews every function that was called in one of them. Without a manifest (null)
/// nobody knows what was never called.
Expected<emit::review::Document> readReview(history::Reader& reader, const ReviewQuestion& question,
                                            const model::Manifest* manifest);

}  // namespace assay::tool
