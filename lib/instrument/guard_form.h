// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which kind of guard a function gets, and which of its returns are failures: the table of function kinds,
// with the outcome that follows from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/annotated_function.h"
#include "source/insertion.h"

namespace assay::instrument {

struct FormChoice {
  source::GuardForm form = source::GuardForm::Ordinary;
  /// A code of outcomeReasons(): what this form leaves out, or why none is possible; empty = full.
  std::string_view code;
};

/// For a function with a body that a guard can stand in; what its state and its tag say is judge()'s
/// business.
FormChoice formOf(const model::AnnotatedFunction& function);

/// The form with what the tag's `sample` says.
source::GuardKind kindOf(const model::AnnotatedFunction& function);

/// What the tag's `sample` says when that means nothing; else empty.
std::string unknownSample(const model::AnnotatedFunction& function);

/// Why what the tag's `sample` says changes nothing with the guard that the function gets; empty where it
/// does, and where it says nothing.
std::string whySampleIsIdle(const model::AnnotatedFunction& function);

/// The kinds of return that count as failures: those that the tag's `errors` names, else those of the policy
/// for its file, else those whose type says so (nullopt, nullptr, unexpected, status). `errors: none` and a
/// form that sees no end have none.
std::vector<model::PointKind> failuresOf(const model::AnnotatedFunction& function);

/// The lines of returns that would have to be looked at for them and are not, in order.
std::vector<unsigned> unseenReturns(const model::AnnotatedFunction& function);

/// Words of the tag's `errors`, or of the policy in its place, that mean nothing.
std::vector<std::string> unknownErrorWords(const model::AnnotatedFunction& function);

/// How a failed call of a guarded function is told, for the manifest: "exceptions, nullopt",
/// "exceptions-only", "none".
std::string errorsOf(const model::AnnotatedFunction& function);

/// What the guard says of the call's input: nothing when it has no object to keep it in.
model::Input inputOf(const model::AnnotatedFunction& function);

/// The same as text behind the guard; `withType` false: of the size alone.
std::string insertedInput(const model::AnnotatedFunction& function, bool withType);

/// The name in the tag's `size`, when the function has no such parameter that could be counted; else empty.
std::string unknownSize(const model::AnnotatedFunction& function);

}  // namespace assay::instrument
