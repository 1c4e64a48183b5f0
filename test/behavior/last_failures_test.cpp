// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is kept of the last calls that failed: their shape, whole or not at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<LastFailure> failuresOf(const GuardedRun& run, const char* site = "both") {
  EXPECT_EQ(run.result().exitCode, 0) << run.result().err;
  return run.segments().at(0).sites.at(site).failures;
}

TEST(LastFailures, HowTheyFailedAndOfWhatInput) {
  const GuardedRun run({"last_failures", "plain"});
  const auto failures = failuresOf(run, "fails");
  std::vector<unsigned> sequences, sizes, types;
  std::vector<bool> thrown;
  for (const LastFailure& failure : failures) {
    sequences.push_back(failure.sequence);
    sizes.push_back(failure.size);
    types.push_back(failure.type);
    thrown.push_back(failure.thrown);
  }
  EXPECT_THAT(sequences, ElementsAre(6, 5, 4, 3)) << "of 1, 3, 4, 5, 7 and 8";
  EXPECT_THAT(thrown, ElementsAre(true, false, false, true));
  EXPECT_THAT(sizes, ElementsAre(5, 4, 4, 4)) << "8, 7, 5, 4";
  EXPECT_THAT(types, ElementsAre(2, 1, 2, 1)) << "8 % 3 came as the second, 7 % 3 as the first …";
  EXPECT_GE(failures[0].ended, failures[1].ended);
  EXPECT_LE(failures[0].duration, run.site("fails").maxTicks);
}

std::vector<std::string> exceptionsOf(const GuardedRun& run) {
  std::vector<std::string> names;
  for (const LastFailure& failure : failuresOf(run, "leaves")) names.push_back(failure.exception);
  return names;
}

TEST(NamedExceptions, AreThoseThatLeftTheCalls) {
  EXPECT_THAT(exceptionsOf(GuardedRun({"last_failures_named", "named"})),
              ElementsAre("i", "i", "St12out_of_range", "6Spoilt"));
}

TEST(NamedExceptions, OfManyThreadsAreRight) {
  const auto failures = failuresOf(GuardedRun({"last_failures_named", "threads"}));
  EXPECT_EQ(failures.size(), 4u);
  for (const LastFailure& failure : failures)
    EXPECT_EQ(failure.exception, failure.thrown ? "St13runtime_error" : "");
}

TEST(LastFailures, WithoutTheLibraryNobodyKnowsOfWhatClass) {
  EXPECT_THAT(exceptionsOf(GuardedRun({"last_failures", "named"})), ElementsAre("", "", "", ""));
}

TEST(LastFailures, CallsThatEndWellLeaveNothing) {
  EXPECT_THAT(failuresOf(GuardedRun({"last_failures", "well"}), "fails"), IsEmpty());
}

// What the program makes of one number: 0 to 7, so that kind, size and type say each other.
void expectWhole(const LastFailure& failure) {
  EXPECT_TRUE(failure.size == 2 || failure.size == 4) << "1 or 7";
  EXPECT_EQ(failure.thrown, failure.size == 4);
  EXPECT_EQ(failure.type, failure.size == 4 ? 2u : 1u);
}

TEST(LastFailures, OfManyThreadsEachIsWhole) {
  const GuardedRun run({"last_failures", "threads"});
  const auto failures = failuresOf(run);
  ASSERT_EQ(failures.size(), 4u);
  for (const LastFailure& failure : failures) {
    EXPECT_GT(failure.sequence, 10'000u);
    EXPECT_NE(failure.sequence, ~0u);
    EXPECT_GT(failure.ended, 0u);
    expectWhole(failure);
  }
  EXPECT_EQ(run.site("both").errors, 4u * 20'000 + 1);
}

TEST(LastFailures, InASignalHandlerToo) {
  const GuardedRun run({"last_failures", "interrupted"});
  const auto failures = failuresOf(run);
  ASSERT_EQ(failures.size(), 4u);
  for (const LastFailure& failure : failures) expectWhole(failure);
}

TEST(LastFailures, TheParentsAreNotTheChilds) {
  const GuardedRun run({"last_failures", "child"});
  std::vector<std::size_t> counts;
  for (const SegmentFile& segment : run.segments())
    counts.push_back(segment.sites.at("fails").failures.size());
  EXPECT_THAT(counts, testing::UnorderedElementsAre(1, 0));
}

}  // namespace
}  // namespace assay::test
