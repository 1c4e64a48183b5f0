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
  expectExperiment(experimentIn({{"experiment", "shadow"}}), ExperimentKind::Shadow, 0);
}

TEST(Experiment, WhatCannotBeReadHasNoShare) {
  expectExperiment(experimentIn({{"rollout", "ten"}}), ExperimentKind::Unknown, 0);
  expectExperiment(experimentIn({{"experiment", "splitted"}}), ExperimentKind::Unknown, 0);
  expectExperiment(experimentIn({{"experiment", "A/B"}}), ExperimentKind::Unknown, 0);
  EXPECT_EQ(experimentIn({{"experiment", "split 3"}}).wrong, "experiment: split 3");
}

}  // namespace
}  // namespace assay::model
