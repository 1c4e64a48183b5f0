// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shadows: the old function's result, always; what the new one did is counted; and no more than its budget.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "experiment/control_file.h"
#include "guarded_run.h"
#include "runtime/src/hot/rest.h"

namespace assay::test {
namespace {

constexpr const char* kTwice = "twiceFast, in the shadow of twice";

TEST(Shadows, DifferencesAndExceptionsAreCounted) {
  const GuardedRun run({"shadows", "twice", "100"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  // 0 throws, 10 … 90 throw, odd ones but 7 differ.
  EXPECT_EQ(run.site("twiceFast").calls, 99u);
  EXPECT_EQ(run.site("twiceFast").errors, 10u);
  EXPECT_EQ(run.site("twice, replaced by twiceFast").calls, 99u);
  EXPECT_EQ(run.site("twice, replaced by twiceFast").errors, 0u);
  EXPECT_EQ(run.site(kTwice).calls, 99u);
  EXPECT_EQ(run.site(kTwice).errors, 49u + 10u);
  EXPECT_EQ(run.site(kTwice).id, 0x402u);
}

TEST(Shadows, DifferencesAreKnownBySize) {
  const GuardedRun run({"shadows", "twice", "100"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site(kTwice);
  EXPECT_EQ(site.sizes[0].errors, 1u) << "0 throws";
  EXPECT_EQ(site.sizes[1].errors, 1u) << "1 differs";
  EXPECT_EQ(site.sizes[2].errors, 1u) << "of 2 and 3";
  EXPECT_EQ(site.sizes[3].calls, 3u) << "4 to 6";
  EXPECT_EQ(site.sizes[3].errors, 1u);
}

TEST(Shadows, TheOldFunctionsExceptionGoesOn) {
  const GuardedRun run({"shadows", "old-throws"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("twice, replaced by twiceFast").errors, 1u);
  EXPECT_EQ(run.site("twiceFast").errors, 0u);
  EXPECT_EQ(run.site(kTwice).errors, 1u) << "one throws and the other returns";
}

TEST(Shadows, WhichRunsFirstIsDrawnAndCounted) {
  const GuardedRun run({"shadows", "either", "1000"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const auto oldFirst = static_cast<std::uint64_t>(std::stoul(run.result().out));
  EXPECT_NEAR(static_cast<double>(oldFirst), 500, 100) << "six deviations";
  SiteTotals site = run.site("eitherFast, in the shadow of either");
  EXPECT_EQ(site.calls, 1000u);
  // Of 20 numbers ten are odd, where they differ, or the old one alone throws; with 0 and 10 the new one
  // does.
  EXPECT_EQ(site.errors, 600u) << "whichever comes first";
  EXPECT_EQ(site.types["old function first"].calls, oldFirst);
  EXPECT_EQ(site.types["new function first"].calls, 1000 - oldFirst);
  EXPECT_EQ(site.types["old function first"].errors + site.types["new function first"].errors, 600u);
  EXPECT_EQ(run.site("either, replaced by eitherFast").errors, 50u);
}

TEST(Shadows, WhereTheOldFunctionTakesItsArgumentsTheNewOneIsFirst) {
  const GuardedRun run({"shadows", "taken", "100"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const SiteTotals site = run.site("takenFast, in the shadow of taken");
  EXPECT_EQ(site.calls, 100u);
  EXPECT_EQ(site.errors, 0u);
  EXPECT_TRUE(site.types.empty());
}

TEST(Shadows, BothHaveTheArguments) {
  const GuardedRun run({"shadows", "words"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("Words::withFast, in the shadow of Words::with").calls, 100u);
  EXPECT_EQ(run.site("Words::withFast, in the shadow of Words::with").errors, 0u);
}

TEST(Shadows, AComparatorAndReferences) {
  const GuardedRun run({"shadows", "first"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("firstFast, in the shadow of first").calls, 2u);
  EXPECT_EQ(run.site("firstFast, in the shadow of first").errors, 1u);
}

TEST(Shadows, InsideOfAShadowThereIsNone) {
  const GuardedRun run({"shadows", "sum", "9"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("sumFast, in the shadow of sum").calls, 1u);
  EXPECT_EQ(run.site("sumFast, in the shadow of sum").errors, 0u);
  EXPECT_EQ(run.site("sumFast").calls, 10u) << "it goes on by itself";
  EXPECT_EQ(run.site("sum, replaced by sumFast").calls, 1u);
  EXPECT_EQ(run.site("twice, replaced by twiceFast").calls, 10u);
  EXPECT_EQ(run.site("twiceFast").calls, 0u);
}

TEST(Shadows, WithoutABudgetTheOldFunctionIsAlone) {
  const GuardedRun run({"shadows", "never"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("neverFast").calls, 0u);
  EXPECT_EQ(run.site("never, replaced by neverFast").calls, 1u);
}

// The first run takes some milliseconds, and 10000 times as long is its rest.
TEST(Shadows, RestAfterARun) {
  const GuardedRun run({"shadows", "rare", "1000"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("rare, replaced by rareFast").calls, 1000u);
  EXPECT_EQ(run.site("rareFast").calls, 1u);
}

TEST(Shadows, OfThreads) {
  const GuardedRun run({"shadows", "threads", "1000"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site(kTwice).calls, 4000u);
  EXPECT_EQ(run.site(kTwice).errors, 0u);
  EXPECT_EQ(run.site("twiceFast").calls, 4000u);
  EXPECT_EQ(run.site("Words::withFast, in the shadow of Words::with").calls, 400u);
}

TEST(Shadows, AJumpOutOfOneLeavesNothingBehind) {
  const GuardedRun run({"shadows", "jump"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
}

TEST(Shadows, NoneWhileTheGuardsAreOff) {
  const GuardedRun run({"shadows", "off", "100"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("twiceFast").calls, 0u);
}

TEST(Shadows, TheControlFileSwitchesThemOff) {
  const TemporaryFolder folder;
  const auto control = folder.path() / "off.control";
  ASSERT_TRUE(experiment::changeControlFile(control, [](auto& all) -> Expected<void> {
    experiment::experimentWith(0x401, all).revision = 1;  // with a share of 0
    return {};
  }));
  const GuardedRun run({"shadows", "twice", "100"}, {{"ASSAY_CONTROL", control.string()}});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("twiceFast").calls, 0u);
  EXPECT_EQ(run.site("twice, replaced by twiceFast").calls, 99u);
}

// A million ticks in which a shadow is wanted all the time.
TEST(Shadows, TakeNoMoreThanTheirBudget) {
  constexpr std::uint64_t kRun = 1000;
  for (const std::uint32_t budget : {1u, 100u, 5000u, 9999u}) {
    std::uint64_t until = 0, spent = 0;
    for (std::uint64_t now = 1; now < 1'000'000; ++now) {
      if (!runtime::mayRun(until, now, budget)) continue;
      until = runtime::restAfter(until, now, kRun, budget);
      spent += kRun;
    }
    EXPECT_LE(spent, 100 * budget + kRun) << budget << ": and the run that has begun";
    EXPECT_GE(spent + kRun, 99 * budget) << budget << ": all but what is rounded";
  }
}

TEST(Shadows, AreNotAskedForByEachCallWhileTheyRest) {
  EXPECT_EQ(runtime::callsAsleep(100'000, 1'000, 0), 0u) << "nothing is known of the rate yet";
  EXPECT_EQ(runtime::callsAsleep(1'000, 990, 10), 5u) << "half of the ten that come until then";
  EXPECT_EQ(runtime::callsAsleep(1'000, 99'000, 10), 0u) << "they come more seldom than that";
  EXPECT_EQ(runtime::callsAsleep(1'000, ~0ull, 1), 0u) << "a clock that went backwards";
  EXPECT_EQ(runtime::callsAsleep(~0ull, 0, 1), 15u) << "however long it is, and however fast they come";
}

TEST(Shadows, OfSeveralThreadsAtOnceAddUp) {
  const std::uint64_t one = runtime::restAfter(0, 1000, 10, 100);
  EXPECT_EQ(one, 2000u);
  EXPECT_EQ(runtime::restAfter(one, 1000, 10, 100), 3000u);
  EXPECT_TRUE(runtime::mayRun(one, 2000, 100));
  EXPECT_FALSE(runtime::mayRun(one, 1999, 100));
  EXPECT_FALSE(runtime::mayRun(0, 1999, 0));
  EXPECT_TRUE(runtime::mayRun(one, 0, 10000));
  EXPECT_GT(runtime::restAfter(0, 1, ~0ull, 1), 1u) << "no overflow into the past";
}

}  // namespace
}  // namespace assay::test
