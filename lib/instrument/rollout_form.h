// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a function that replaces another one gets a dispatch, and its text. docs/explanation/limits.md
// lists what cannot have one.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/annotated_function.h"

namespace assay::instrument {

/// For Outcome::rollout of a function that has a guard: the share of calls that stays in it, as the tag says
/// ("10%"), or that it runs in the shadow ("shadow 100%"), or a code of rolloutProblems(); empty when its tag
/// speaks of no experiment, or of none that can be begun.
std::string rolloutOf(const model::AnnotatedFunction& function);

/// What its tag says whom a call is for, where that begins with no parameter; empty = there is nothing wrong.
std::string unknownKey(const model::AnnotatedFunction& function);

/// Whether it asks for a shadow, could be rolled out, and cannot run in the shadow.
bool isWithoutShadow(const model::AnnotatedFunction& function);

/// The same of one without a guard.
std::string rolloutWithoutGuard(const model::AnnotatedFunction& function);

/// The text in front of the guard; empty when there is no dispatch. `withInput`: a shadow's says the size of
/// the input.
std::string rolloutText(const model::AnnotatedFunction& function, bool withInput);

struct RolloutProblem {
  std::string_view code;
  std::string_view text;
};

/// Why all calls run a function that says that it shall have a part of them.
std::span<const RolloutProblem> rolloutProblems();

}  // namespace assay::instrument
