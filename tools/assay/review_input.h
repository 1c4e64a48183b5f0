// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Numbers of a source and a manifest -> what a review is made of.
#pragma once

#include "assay/review_question.h"
#include "assay/review_source.h"
#include "emit/review/review.h"
#include "model/manifest.h"

namespace assay::tool {

/// Reads both periods and reviews every function that was called in one of them. Without a manifest (null)
/// nobody knows what was never called.
Expected<emit::review::Document> readReview(ReviewSource& source, const ReviewQuestion& question,
                                            const model::Manifest* manifest);

/// What the numbers cover, as the source says it when all of them have been read.
Expected<void> noteSource(emit::review::Document& document, ReviewSource& source);

}  // namespace assay::tool
