// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a review calls a function: from what the history, or a manifest, says of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "history/function_version.h"
#include "insight/function_review.h"
#include "model/annotated_function.h"

namespace assay::tool {

/// Prompts that look like they hold a password or a token are `(redacted)`.
insight::Subject subjectOf(const history::FunctionVersion& version);
insight::Subject subjectOf(const model::AnnotatedFunction& function);

/// What its `complexity:` says; nothing where there is none, or none that is known.
std::optional<insight::Promise> promiseOf(const model::Tag& tag);

/// Whole days from a tag's date to a moment (seconds since 1970); nothing where there is no date, or a later
/// one.
std::optional<unsigned> ageInDays(const std::string& date, std::int64_t moment);

}  // namespace assay::tool
