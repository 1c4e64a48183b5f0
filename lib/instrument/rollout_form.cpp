// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/rollout_form.h"

#include <algorithm>
#include <iterator>

#include "instrument/guard_form.h"
#include "model/rollout.h"
#include "model/share.h"
#include "source/inserted_rollout.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::ExperimentKind;
using model::Trait;
using source::GuardForm;

constexpr std::string_view kShadow = "shadow";
constexpr std::string_view kNotCallable = "not-callable";
constexpr std::string_view kNotGuarded = "not-guarded";

constexpr RolloutProblem kProblems[] = {
    {kShadow, "`experiment: shadow` is not there yet"},
    {kNotCallable, "the function that `replaces` names cannot be called in its place; `problem` says why"},
    {kNotGuarded, "a function without a guard is not rolled out"},
    {model::kTakenBack, "with the call of the old function, the compiler reports something new"},
};

// What the scan has refused stays refused in a manifest that somebody has edited.
constexpr Trait kNever[] = {Trait::Constexpr, Trait::ConstexprCxx11, Trait::Consteval,
                            Trait::Coroutine, Trait::FunctionTry,    Trait::Noreturn,
                            Trait::Variadic,  Trait::KnrDefinition,  Trait::Main};

bool isBegun(ExperimentKind kind) {
  return kind != ExperimentKind::None && kind != ExperimentKind::Shadow;
}

source::Rollout rolloutFor(const AnnotatedFunction& function) {
  const model::Replacement& old = function.replaces.front();
  return {.id = function.id,
          .name = function.name,
          .share = model::experimentOf(function.tag).share,
          .oldId = model::oldArmId(function.id),
          .oldName = model::oldArmName(old.name, function.name),
          .callee = model::calleeOf(old.asked),
          .parameters = old.parameters,
          .returnsValue = old.result == "value"};
}

bool canDispatch(const AnnotatedFunction& function) {
  const bool never = std::ranges::any_of(kNever, [&](Trait trait) { return function.traits.has(trait); });
  const GuardForm form = formOf(function).form;
  const bool fits = form == GuardForm::Ordinary || form == GuardForm::Recursive || form == GuardForm::Count;
  if (never || !fits || function.replaces.empty()) return false;
  const model::Replacement& old = function.replaces.front();
  return old.problem.empty() && old.id != 0 && !source::insertedRollout(rolloutFor(function)).empty();
}

}  // namespace

std::string rolloutOf(const AnnotatedFunction& function) {
  const model::ExperimentTag experiment = model::experimentOf(function.tag);
  if (experiment.kind == ExperimentKind::Shadow) return std::string(kShadow);
  if (!isBegun(experiment.kind) || model::extraOf(function.tag, "replaces") == nullptr) return {};
  return canDispatch(function) ? model::shareText(experiment.share) : std::string(kNotCallable);
}

std::string rolloutWithoutGuard(const AnnotatedFunction& function) {
  const bool asks = isBegun(model::experimentOf(function.tag).kind);
  return asks && model::extraOf(function.tag, "replaces") != nullptr ? std::string(kNotGuarded) : "";
}

std::string rolloutText(const AnnotatedFunction& function) {
  return model::shareOf(rolloutOf(function)) ? source::insertedRollout(rolloutFor(function)) : "";
}

std::span<const RolloutProblem> rolloutProblems() {
  return kProblems;
}

}  // namespace assay::instrument
