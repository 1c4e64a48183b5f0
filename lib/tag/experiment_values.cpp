// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/experiment_values.h"

#include "model/breaker.h"
#include "model/key.h"
#include "model/rollout.h"
#include "support/strings.h"

namespace assay::tag {
namespace {

constexpr WrongValue kShareValue = {
    "this is no share of calls",
    "write 0% to 100%, such as `rollout: 10%`; until then the function has no calls"};
constexpr WrongValue kExperimentValue = {"there is no such experiment",
                                         "write `experiment: split`, or `experiment: split 25%`"};
constexpr WrongValue kBreakerValue = {
    "this is neither a number of errors nor a time",
    "write how many errors in a row, a time, or both, such as `breaker: 3 20ms`, or `breaker: off`; "
    "until then the function has no calls"};
constexpr WrongValue kKeyValue = {
    "this does not say whom a call is for",
    "write a parameter, or what is reached from one without arguments, such as `key: request.userId`; "
    "until then the function has no calls"};

}  // namespace

std::optional<WrongValue> wrongExperimentValue(std::string_view key, std::string_view value) {
  if (value.empty()) return std::nullopt;
  if (key == "breaker") return model::breakerOf(value) ? std::nullopt : std::optional(kBreakerValue);
  model::Tag alone;
  alone.extra.emplace_back(key, value);
  if (model::experimentOf(alone).kind != model::ExperimentKind::Unknown) return std::nullopt;
  return key == "rollout" ? kShareValue : kExperimentValue;
}

std::optional<WrongValue> wrongKeyOf(const model::Tag& tag) {
  const std::string* key = model::extraOf(tag, "key");
  if (key == nullptr || key->empty() || model::isKeyExpression(trim(*key))) return std::nullopt;
  if (model::experimentOf(tag).kind == model::ExperimentKind::None) return std::nullopt;
  return kKeyValue;
}

}  // namespace assay::tag
