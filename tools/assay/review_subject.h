// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a review calls a function: from what the history, or a manifest, says of it.
#pragma once

#include "history/function_version.h"
#include "insight/function_review.h"
#include "model/annotated_function.h"

namespace assay::tool {

/// Prompts that look like they hold a password or a token are `(redacted)`.
insight::Subject subjectOf(const history::FunctionVersion& version);
insight::Subject subjectOf(const model::AnnotatedFunction& function);

}  // namespace assay::tool
