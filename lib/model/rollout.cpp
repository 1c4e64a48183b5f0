// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A share that cannot be read is none: who wanted to be careful shall not get all calls for a slip of the
// pen.
#include "model/rollout.h"

#include <algorithm>

#include "model/share.h"
#include "support/strings.h"

namespace assay::model {
namespace {

constexpr std::string_view kSplit = "split";
constexpr unsigned kHalf = kWholeShare / 2;

ExperimentTag withShare(ExperimentKind kind, std::string_view key, std::string_view text) {
  if (const auto share = shareOf(text)) return {kind, *share};
  return {ExperimentKind::Unknown, 0, std::string(key) + ": " + std::string(text)};
}

// "split", "split 25%"
ExperimentTag ofExperiment(std::string_view text, const std::string* rollout) {
  if (equalsIgnoringCase(text, "shadow")) return {ExperimentKind::Shadow, 0};
  if (!startsWithIgnoringCase(text, kSplit))
    return {ExperimentKind::Unknown, 0, "experiment: " + std::string(text)};
  const std::string_view share = trim(text.substr(kSplit.size()));
  if (!share.empty()) {
    ExperimentTag tag = withShare(ExperimentKind::Split, "experiment", share);
    if (!tag.wrong.empty()) tag.wrong = "experiment: " + std::string(text);
    return tag;
  }
  return rollout != nullptr ? withShare(ExperimentKind::Split, "rollout", *rollout)
                            : ExperimentTag{ExperimentKind::Split, kHalf};
}

}  // namespace

const std::string* extraOf(const Tag& tag, std::string_view key) {
  const auto pair = std::ranges::find(tag.extra, key, &std::pair<std::string, std::string>::first);
  return pair == tag.extra.end() ? nullptr : &pair->second;
}

ExperimentTag experimentOf(const Tag& tag) {
  const std::string* rollout = extraOf(tag, "rollout");
  const std::string* experiment = extraOf(tag, "experiment");
  if (experiment != nullptr) return ofExperiment(trim(*experiment), rollout);
  if (rollout != nullptr) return withShare(ExperimentKind::Rollout, "rollout", *rollout);
  return {};
}

}  // namespace assay::model
