// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A share that cannot be read is none: who wanted to be careful shall not get all calls for a slip of the
// pen.
#include "model/rollout.h"

#include <algorithm>

#include "model/key.h"
#include "model/share.h"
#include "support/strings.h"

namespace assay::model {
namespace {

constexpr std::string_view kShadowWord = "shadow ";

struct KindRow {
  std::string_view word;
  ExperimentKind kind;
  unsigned share;  // when it says none
};
constexpr KindRow kKinds[] = {{"split", ExperimentKind::Split, kWholeShare / 2},
                              {"shadow", ExperimentKind::Shadow, kWholeShare}};

ExperimentTag withShare(ExperimentKind kind, std::string_view key, std::string_view text) {
  if (const auto share = shareOf(text)) return {.kind = kind, .share = *share};
  return {.kind = ExperimentKind::Unknown, .wrong = std::string(key) + ": " + std::string(text)};
}

ExperimentTag unknown(std::string_view key, std::string_view text) {
  return {.kind = ExperimentKind::Unknown, .wrong = std::string(key) + ": " + std::string(text)};
}

// "split", "split 25%"
ExperimentTag ofExperiment(std::string_view text, const std::string* rollout) {
  const auto* row = std::ranges::find_if(
      kKinds, [&](const KindRow& one) { return startsWithIgnoringCase(text, one.word); });
  if (row == std::end(kKinds)) return unknown("experiment", text);
  const std::string_view share = trim(text.substr(row->word.size()));
  if (!share.empty()) {
    ExperimentTag tag = withShare(row->kind, "experiment", share);
    if (!tag.wrong.empty()) tag.wrong = "experiment: " + std::string(text);
    return tag;
  }
  return rollout != nullptr ? withShare(row->kind, "rollout", *rollout)
                            : ExperimentTag{.kind = row->kind, .share = row->share};
}

ExperimentTag withBudget(ExperimentTag tag, const std::string* budget) {
  if (tag.kind != ExperimentKind::Shadow) return tag;
  tag.budget = kDefaultShadowBudget;
  if (budget == nullptr) return tag;
  const auto share = shareOf(*budget);
  if (!share) return unknown("budget", *budget);
  tag.budget = *share;
  return tag;
}

ExperimentTag withBreaker(ExperimentTag tag, const std::string* breaker) {
  if (breaker == nullptr || tag.kind == ExperimentKind::Unknown) return tag;
  tag.breaker = breakerOf(*breaker);
  return tag.breaker ? tag : unknown("breaker", *breaker);
}

ExperimentTag withKey(ExperimentTag tag, const std::string* key) {
  if (key == nullptr || tag.kind == ExperimentKind::Unknown) return tag;
  return isKeyExpression(trim(*key)) ? tag : unknown("key", *key);
}

ExperimentTag withoutBreaker(const Tag& tag) {
  const std::string* rollout = extraOf(tag, "rollout");
  const std::string* experiment = extraOf(tag, "experiment");
  if (experiment != nullptr)
    return withBudget(ofExperiment(trim(*experiment), rollout), extraOf(tag, "budget"));
  return rollout != nullptr ? withShare(ExperimentKind::Rollout, "rollout", *rollout) : ExperimentTag{};
}

}  // namespace

const std::string* extraOf(const Tag& tag, std::string_view key) {
  const auto pair = std::ranges::find(tag.extra, key, &std::pair<std::string, std::string>::first);
  return pair == tag.extra.end() ? nullptr : &pair->second;
}

std::string rolloutText(const ExperimentTag& experiment) {
  const bool shadow = experiment.kind == ExperimentKind::Shadow;
  return (shadow ? std::string(kShadowWord) : std::string()) + shareText(experiment.share);
}

bool isShadow(std::string_view rollout) {
  return rollout.starts_with(kShadowWord);
}

std::optional<unsigned> shareOfRollout(std::string_view rollout) {
  return shareOf(isShadow(rollout) ? rollout.substr(kShadowWord.size()) : rollout);
}

std::string comparatorOf(const Tag& tag) {
  const std::string* compare = extraOf(tag, "compare");
  return compare == nullptr ? std::string() : std::string(trim(*compare));
}

bool statesNoEffects(const Tag& tag) {
  const std::string* effects = extraOf(tag, "side-effects");
  return effects != nullptr && equalsIgnoringCase(trim(*effects), "none");
}

ExperimentTag experimentOf(const Tag& tag) {
  const ExperimentTag experiment = withoutBreaker(tag);
  if (experiment.kind == ExperimentKind::None) return experiment;
  return withKey(withBreaker(experiment, extraOf(tag, "breaker")), extraOf(tag, "key"));
}

}  // namespace assay::model
