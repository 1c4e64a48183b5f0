// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How errors are said in words: of what kinds they are, and the shapes of the last ones.
#pragma once

#include <string>
#include <string_view>

#include "insight/function_review.h"

namespace assay::emit::review {

/// "std::bad_alloc", "a returned error", "an exception of no known class"; visible.
std::string kindText(std::string_view kind);
/// "errors: std::bad_alloc 61 of 68 (80.1 to 95.2 %), a returned error 7"; empty where no kind is known.
std::string kindsText(const insight::FunctionReview& review);
/// "the last 8 failures: 5 of std::bad_alloc, size 512 to 1,023, type Polygon; 3 of …"; empty where none is
/// known.
std::string lastFailuresText(const insight::FunctionReview& review);
/// Whether errors are what a finding is about.
bool isOfErrors(const insight::Finding& finding);

}  // namespace assay::emit::review
