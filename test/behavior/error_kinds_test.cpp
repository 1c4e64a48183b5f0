// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Errors by kind: each failing call once, with the class of its exception where the program tells it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

std::map<std::string, std::uint64_t> kindsOf(const GuardedRun& run, const char* site = "varies") {
  EXPECT_EQ(run.result().exitCode, 0) << run.result().err;
  return run.site(site).errorKinds;
}

std::uint64_t sumOf(const std::map<std::string, std::uint64_t>& kinds) {
  std::uint64_t sum = 0;
  for (const auto& [kind, errors] : kinds) sum += errors;
  return sum;
}

// Of 3,000 calls 200 of each kind fail; calls 1, 2, 4, 5, 7 and 10 bring the first six classes, 13 the next.
TEST(NamedExceptions, AreCountedByClassUntilThereAreTooMany) {
  EXPECT_THAT(kindsOf(GuardedRun({"last_failures_named", "kinds"})),
              ElementsAre(Pair("(others)", 400), Pair("(returned)", 400), Pair("4KindILi0EE", 200),
                          Pair("4KindILi1EE", 200), Pair("4KindILi2EE", 200), Pair("4KindILi4EE", 200),
                          Pair("4KindILi5EE", 200), Pair("4KindILi7EE", 200)));
}

TEST(NamedExceptions, OfManyThreadsAreCountedByClass) {
  const GuardedRun run({"last_failures_named", "kinds on threads"});
  const auto kinds = kindsOf(run);
  EXPECT_EQ(kinds.at("(returned)"), 4u * 40);
  EXPECT_EQ(kinds.at("4KindILi1EE"), 4u * 20);
  EXPECT_EQ(kinds.at("4KindILi6EE"), 21u) << "of the thread that has met it first";
  EXPECT_EQ(kinds.at("4KindILi3EE"), 3u * 21) << "of the others";
  EXPECT_EQ(kinds.at("(others)"), 4u * 40);
}

TEST(NamedExceptions, AreCountedWhereNotEachCallIsTimed) {
  const GuardedRun run({"last_failures_named", "kinds"}, {{"ASSAY_BUDGET", "0.001%"}});
  EXPECT_EQ(kindsOf(run).at("4KindILi1EE"), 200u);
  EXPECT_EQ(sumOf(kindsOf(run)), run.site("varies").errors);
}

TEST(NamedExceptions, ThatAreThrownAgainAreOfTheirOwnClass) {
  EXPECT_THAT(kindsOf(GuardedRun({"last_failures_named", "named"}), "leaves"),
              ElementsAre(Pair("6Spoilt", 1), Pair("St12out_of_range", 1), Pair("i", 2)));
}

TEST(ErrorKinds, WithoutTheLibraryAnExceptionHasNoClass) {
  EXPECT_THAT(kindsOf(GuardedRun({"last_failures", "kinds"})),
              ElementsAre(Pair("(returned)", 400), Pair("(unnamed)", 1600)));
}

TEST(NamedExceptions, AreInTheSnapshotOfTheProcessItself) {
  const GuardedRun run({"last_failures_named", "own kinds"});
  EXPECT_EQ(run.result().out,
            "(returned) 440\nKind<1> 220\nKind<2> 220\nKind<4> 220\nKind<5> 220\nKind<7> 220\nKind<0> 220\n"
            "(other) 440\n");
}

TEST(ErrorKinds, AreInTheSnapshotOfTheProcessItself) {
  const GuardedRun run({"last_failures", "own kinds"});
  EXPECT_EQ(run.result().out, "(returned) 440\n(exception) 1760\n");
}

TEST(ErrorKinds, OfManyThreadsAreExact) {
  EXPECT_THAT(kindsOf(GuardedRun({"last_failures", "threads"}), "both"),
              ElementsAre(Pair("(returned)", 40'001), Pair("(unnamed)", 40'000)));
}

TEST(ErrorKinds, InASignalHandlerToo) {
  const GuardedRun run({"last_failures", "interrupted"});
  EXPECT_GE(kindsOf(run, "both").at("(returned)"), 1001u);
  EXPECT_EQ(sumOf(kindsOf(run, "both")), run.site("both").errors);
}

TEST(ErrorKinds, TheParentsAreNotTheChilds) {
  const GuardedRun run({"last_failures", "kinds in a child"});
  for (const SegmentFile& segment : run.segments())
    EXPECT_THAT(segment.sites.at("varies").errorKinds,
                ElementsAre(Pair("(returned)", 1), Pair("(unnamed)", 5)));
  EXPECT_EQ(run.segments().size(), 2u);
}

TEST(ErrorKinds, OfCallsThatEndWellThereAreNone) {
  const GuardedRun run({"last_failures", "well"});
  EXPECT_THAT(kindsOf(run, "fails"), IsEmpty());
  EXPECT_EQ(run.segments().at(0).errorCount, 0u) << "nor is room taken";
}

}  // namespace
}  // namespace assay::test
