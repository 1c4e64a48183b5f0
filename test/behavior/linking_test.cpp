// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Programs that are linked in other ways than most: of parts that are built differently, with link-time
// optimisation, with the runtime as a shared library.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

class Linking : public testing::TestWithParam<const char*> {};

TEST_P(Linking, OfPartsThatAreBuiltDifferentlyCountsInOnePlace) {
  const GuardedRun run({GetParam()});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.result().out,
            "here on 1 functions 4\n"
            "later on 1 functions 4\n"
            "without on 0 functions 0\n"
            "shared 5 sum 34\n")
      << "each part has the snapshot() that it was built with";
  ASSERT_EQ(run.segments().size(), 1u);
  EXPECT_EQ(run.segments().at(0).sites.size(), 4u);
  const SiteTotals shared = run.site("shared");
  EXPECT_EQ(shared.calls, 5u);
  EXPECT_EQ(shared.errors, 1u);
  EXPECT_EQ(run.site("generic").calls, 3u);
  EXPECT_EQ(run.site("levels").calls, 8u);
  EXPECT_EQ(run.site("levels").maxDepth, 5u);
  EXPECT_EQ(run.site("later::(lambda)").calls, 1u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

INSTANTIATE_TEST_SUITE_P(Programs, Linking, testing::Values("mixed", "mixed_lto", "mixed_shared"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(SharedRuntime, GuardsBeforeMainAndAfterItCount) {
  const GuardedRun run({"lifetime_shared", "plain"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("early").calls, 1u);
  EXPECT_EQ(run.site("work").calls, 3u);
  EXPECT_EQ(run.site("late").calls, 1u);
  EXPECT_EQ(run.site("veryLate").calls, 1u);
}

TEST(SharedRuntime, ParentsAndChildrenCountTheirOwn) {
  const GuardedRun run({"processes_shared", "storm"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("work").calls, 40u);
  EXPECT_EQ(run.segments().size(), 40u);
}

TEST(SharedRuntime, FindsTheClassesOfExceptions) {
  const GuardedRun run({"last_failures_shared", "named"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_THAT(run.site("leaves").errorKinds,
              testing::UnorderedElementsAre(testing::Pair("6Spoilt", 1), testing::Pair("St12out_of_range", 1),
                                            testing::Pair("i", 2)));
}

}  // namespace
}  // namespace assay::test
