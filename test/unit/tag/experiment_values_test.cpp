// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/experiment_values.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(ExperimentValues, ThatCannotBeReadAreSaid) {
  EXPECT_FALSE(wrongExperimentValue("rollout", "10%"));
  EXPECT_FALSE(wrongExperimentValue("rollout", ""));
  EXPECT_FALSE(wrongExperimentValue("note", "ten"));
  EXPECT_STREQ(wrongExperimentValue("rollout", "ten")->message, "this is no share of calls");
  EXPECT_STREQ(wrongExperimentValue("experiment", "ten")->message, "there is no such experiment");
  EXPECT_STREQ(wrongExperimentValue("breaker", "ten")->message,
               "this is neither a number of errors nor a time");
}

TEST(ExperimentValues, AKeyIsReadInAnExperimentAlone) {
  model::Tag tag;
  tag.extra = {{"key", "NET-12"}};
  EXPECT_FALSE(wrongKeyOf(tag));
  tag.extra.emplace_back("rollout", "10%");
  ASSERT_TRUE(wrongKeyOf(tag));
  tag.extra.front().second = " user.id ";
  EXPECT_FALSE(wrongKeyOf(tag));
}

}  // namespace
}  // namespace assay::tag
