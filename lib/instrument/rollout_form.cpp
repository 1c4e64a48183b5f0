// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/rollout_form.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "instrument/guard_form.h"
#include "model/key.h"
#include "model/rollout.h"
#include "source/inserted_input.h"
#include "source/inserted_rollout.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::ExperimentKind;
using model::Trait;
using source::GuardForm;

constexpr std::string_view kNotInShadow = "not-in-shadow";
constexpr std::string_view kNotCallable = "not-callable";
constexpr std::string_view kNotGuarded = "not-guarded";
constexpr std::string_view kNoSuchKey = "no-such-key";

constexpr RolloutProblem kProblems[] = {
    {kNotInShadow,
     "it cannot run in the shadow of the function that `replaces` names; `shadow-problem` says why"},
    {kNotCallable, "the function that `replaces` names cannot be called in its place; `problem` says why"},
    {kNoSuchKey, "the tag's `key` does not begin with a parameter"},
    {kNotGuarded, "a function without a guard is not rolled out"},
    {model::kTakenBack, "with the call of the old function, the compiler reports something new"},
};

// What the scan has refused stays refused in a manifest that somebody has edited.
constexpr Trait kNever[] = {Trait::Constexpr, Trait::ConstexprCxx11, Trait::Consteval,
                            Trait::Coroutine, Trait::FunctionTry,    Trait::Noreturn,
                            Trait::Variadic,  Trait::KnrDefinition,  Trait::Main};

bool isBegun(ExperimentKind kind) {
  return kind != ExperimentKind::None;
}

std::optional<source::RolloutLimits> limitsOf(const model::ExperimentTag& experiment) {
  if (!experiment.breaker) return std::nullopt;
  return source::RolloutLimits{experiment.breaker->errors, experiment.breaker->nanoseconds};
}

source::Rollout rolloutFor(const AnnotatedFunction& function) {
  const model::Replacement& old = function.replaces.front();
  const model::ExperimentTag experiment = model::experimentOf(function.tag);
  return {.id = function.id,
          .name = function.name,
          .share = experiment.share,
          .limits = limitsOf(experiment),
          .key = model::keyIn(function.tag),
          .oldId = model::oldArmId(function.id),
          .oldName = model::oldArmName(old.name, function.name),
          .callee = model::calleeOf(old.asked),
          .parameters = old.parameters,
          .returnsValue = old.result == "value"};
}

source::Shadow shadowFor(const AnnotatedFunction& function, bool withInput) {
  const model::Replacement& old = function.replaces.front();
  source::Shadow shadow{.id = model::shadowId(function.id),
                        .name = model::shadowName(old.name, function.name),
                        .budget = model::experimentOf(function.tag).budget,
                        .self = model::calleeOf(old.self),
                        .compare = model::calleeOf(old.compare),
                        .eitherFirst = old.shadow == model::kShown};
  const model::Input input = inputOf(function);
  if (withInput) shadow.size = source::insertedSize(shadow.id, input.size, input.when);
  return shadow;
}

bool isShadowed(const AnnotatedFunction& function) {
  return model::experimentOf(function.tag).kind == ExperimentKind::Shadow;
}

// A comparator of another form than a name is none that the scan has found.
bool canRunInShadow(const AnnotatedFunction& function) {
  const model::Replacement& old = function.replaces.front();
  const bool compares = old.compare.empty() || !model::calleeOf(old.compare).empty();
  return formOf(function).form != GuardForm::Count && !old.shadow.empty() && old.shadowProblem.empty() &&
         compares && !function.traits.has(Trait::C) && old.result == "value" &&
         !source::insertedShadow(rolloutFor(function), shadowFor(function, false)).empty();
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
  if (!isBegun(experiment.kind) || model::extraOf(function.tag, "replaces") == nullptr) return {};
  if (!canDispatch(function)) return std::string(kNotCallable);
  if (!unknownKey(function).empty()) return std::string(kNoSuchKey);
  if (isShadowed(function) && !canRunInShadow(function)) return std::string(kNotInShadow);
  return model::rolloutText(experiment);
}

std::string unknownKey(const AnnotatedFunction& function) {
  const std::string key = model::keyIn(function.tag);
  const bool isAsked = isBegun(model::experimentOf(function.tag).kind) && !key.empty();
  if (!isAsked || function.replaces.empty()) return {};
  const std::string_view root = model::rootOfKey(key);
  const auto& parameters = function.replaces.front().parameters;
  const bool isObject = root == "this" && !function.traits.has(Trait::C);
  return isObject || std::ranges::find(parameters, root) != parameters.end() ? "" : key;
}

bool isWithoutShadow(const AnnotatedFunction& function) {
  return rolloutOf(function) == kNotInShadow;
}

std::string rolloutWithoutGuard(const AnnotatedFunction& function) {
  const bool asks = isBegun(model::experimentOf(function.tag).kind);
  return asks && model::extraOf(function.tag, "replaces") != nullptr ? std::string(kNotGuarded) : "";
}

std::string rolloutText(const AnnotatedFunction& function, bool withInput) {
  if (!model::shareOfRollout(rolloutOf(function))) return {};
  return isShadowed(function) ? source::insertedShadow(rolloutFor(function), shadowFor(function, withInput))
                              : source::insertedRollout(rolloutFor(function));
}

std::span<const RolloutProblem> rolloutProblems() {
  return kProblems;
}

}  // namespace assay::instrument
