// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What can be done with a function: the table of function kinds as code. docs/explanation/limits.md lists
// exactly these.
#pragma once

#include <span>
#include <string_view>

#include "model/annotated_function.h"

namespace assay::instrument {

/// The outcome of one function, from its traits, state and tag alone. Pure: the same answer in scan, report,
/// instrument.
model::Outcome judge(const model::AnnotatedFunction& function);

struct OutcomeReason {
  model::Coverage coverage;
  std::string_view code;
  std::string_view text;
};

/// Every reason judge(), plan() and the check of the result can give, for docs and tests.
std::span<const OutcomeReason> outcomeReasons();

/// The outcome with that code. `code` must be one of outcomeReasons().
model::Outcome outcomeOf(std::string_view code);

}  // namespace assay::instrument
