// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/rollout.h"

#include <gtest/gtest.h>

namespace assay::model {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

ExperimentTag experimentIn(Pairs pairs) {
  Tag tag;
  tag.extra = std::move(pairs);
  return experimentOf(tag);
}

void expectExperiment(const ExperimentTag& tag, ExperimentKind kind, unsigned share) {
  EXPECT_EQ(tag.kind, kind);
  EXPECT_EQ(tag.share, share);
}

TEST(Experiment, OfATag) {
  expectExperiment(experimentIn({}), ExperimentKind::None, 0);
  expectExperiment(experimentIn({{"replaces", "f"}}), ExperimentKind::None, 0);
  expectExperiment(experimentIn({{"rollout", "10%"}}), ExperimentKind::Rollout, 1000);
  expectExperiment(experimentIn({{"experiment", "split"}}), ExperimentKind::Split, 5000);
  expectExperiment(experimentIn({{"experiment", "Split 25%"}}), ExperimentKind::Split, 2500);
  expectExperiment(experimentIn({{"rollout", "1%"}, {"experiment", "split"}}), ExperimentKind::Split, 100);
  expectExperiment(experimentIn({{"experiment", "shadow"}}), ExperimentKind::Shadow, 10000);
  expectExperiment(experimentIn({{"experiment", "Shadow 10%"}}), ExperimentKind::Shadow, 1000);
  expectExperiment(experimentIn({{"experiment", "shadow"}, {"rollout", "1%"}}), ExperimentKind::Shadow, 100);
}

TEST(Experiment, AShadowHasABudget) {
  EXPECT_EQ(experimentIn({{"experiment", "shadow"}}).budget, kDefaultShadowBudget);
  EXPECT_EQ(experimentIn({{"experiment", "shadow"}, {"budget", "2.5%"}}).budget, 250u);
  EXPECT_EQ(experimentIn({{"experiment", "split"}, {"budget", "2%"}}).budget, 0u);
  const ExperimentTag wrong = experimentIn({{"experiment", "shadow"}, {"budget", "much"}});
  expectExperiment(wrong, ExperimentKind::Unknown, 0);
  EXPECT_EQ(wrong.wrong, "budget: much");
}

TEST(Experiment, MayHaveABreaker) {
  EXPECT_EQ(experimentIn({{"rollout", "10%"}}).breaker, std::nullopt);
  EXPECT_EQ(experimentIn({{"rollout", "10%"}, {"breaker", "3"}}).breaker, (Breaker{3, 0}));
  EXPECT_EQ(experimentIn({{"experiment", "shadow"}, {"breaker", "1s"}}).breaker, (Breaker{5, 1'000'000'000}));
  expectExperiment(experimentIn({{"breaker", "much"}}), ExperimentKind::None, 0);
  const ExperimentTag wrong = experimentIn({{"rollout", "10%"}, {"breaker", "much"}});
  expectExperiment(wrong, ExperimentKind::Unknown, 0);
  EXPECT_EQ(wrong.wrong, "breaker: much");
}

TEST(Experiment, MaySayWhomACallIsFor) {
  expectExperiment(experimentIn({{"rollout", "10%"}, {"key", " request.userId "}}), ExperimentKind::Rollout,
                   1000);
  expectExperiment(experimentIn({{"key", "NET-12"}}), ExperimentKind::None, 0);
  const ExperimentTag wrong = experimentIn({{"rollout", "10%"}, {"key", "f(user)"}});
  expectExperiment(wrong, ExperimentKind::Unknown, 0);
  EXPECT_EQ(wrong.wrong, "key: f(user)");
}

TEST(Experiment, WhatComparesAndWhatIsStated) {
  Tag tag;
  EXPECT_EQ(comparatorOf(tag), "");
  EXPECT_FALSE(statesNoEffects(tag));
  tag.extra = {{"compare", " same "}, {"side-effects", "None"}};
  EXPECT_EQ(comparatorOf(tag), "same");
  EXPECT_TRUE(statesNoEffects(tag));
  tag.extra = {{"side-effects", "some"}};
  EXPECT_FALSE(statesNoEffects(tag));
}

TEST(Experiment, AsAnOutcomeHasIt) {
  EXPECT_EQ(rolloutText(experimentIn({{"rollout", "10%"}})), "10%");
  EXPECT_EQ(rolloutText(experimentIn({{"experiment", "shadow 5%"}})), "shadow 5%");
  EXPECT_EQ(shareOfRollout("10%"), 1000u);
  EXPECT_EQ(shareOfRollout("shadow 5%"), 500u);
  EXPECT_EQ(shareOfRollout("not-in-shadow"), std::nullopt);
  EXPECT_TRUE(isShadow("shadow 5%"));
  EXPECT_FALSE(isShadow("10%"));
}

TEST(Experiment, WhatCannotBeReadHasNoShare) {
  expectExperiment(experimentIn({{"rollout", "ten"}}), ExperimentKind::Unknown, 0);
  expectExperiment(experimentIn({{"experiment", "splitted"}}), ExperimentKind::Unknown, 0);
  expectExperiment(experimentIn({{"experiment", "A/B"}}), ExperimentKind::Unknown, 0);
  EXPECT_EQ(experimentIn({{"experiment", "split 3"}}).wrong, "experiment: split 3");
}

}  // namespace
}  // namespace assay::model
