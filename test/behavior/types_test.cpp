// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types of inputs: in the right row, with the right errors and times, and no call lost or counted twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "guarded_run.h"

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::Pair;

std::map<std::string, std::uint64_t> callsByType(const SiteTotals& site) {
  std::map<std::string, std::uint64_t> calls;
  for (const auto& [name, cell] : site.types) calls[name] = cell.calls;
  return calls;
}

SizeCell allTypes(const SiteTotals& site) {
  SizeCell sum;
  for (const auto& [name, cell] : site.types) {
    sum.calls += cell.calls;
    sum.errors += cell.errors;
    sum.sumTicks += cell.sumTicks;
  }
  return sum;
}

TEST(Types, OfAVariantAreItsAlternatives) {
  const GuardedRun run({"types", "simple"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_THAT(callsByType(run.site("handles")),
              ElementsAre(Pair("alternative 0", 45), Pair("alternative 1", 45)));
  EXPECT_THAT(callsByType(run.site("literal")),
              ElementsAre(Pair("alternative 0", 10), Pair("alternative 1", 10)))
      << "below 0 there is none";
  EXPECT_EQ(run.site("literal").calls, 30u);
}

TEST(Types, ErrorsAndTimesAreThoseOfTheirCalls) {
  const GuardedRun run({"types", "simple"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals visits = run.site("visits"), handles = run.site("handles");
  EXPECT_EQ(visits.types["alternative 0"].errors, 30u);
  EXPECT_EQ(visits.errors, 30u);
  EXPECT_EQ(handles.types["alternative 0"].errors, 15u);
  EXPECT_EQ(handles.types["alternative 1"].errors, 15u);
  EXPECT_EQ(allTypes(visits).sumTicks, visits.sumTicks);
  EXPECT_EQ(allTypes(handles).sumTicks, handles.sumTicks);
}

TEST(Types, OfAnObjectAreItsClass) {
  const GuardedRun run({"types", "simple"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("draws");
  EXPECT_EQ(site.calls, 27u);
  EXPECT_THAT(callsByType(site), ElementsAre(Pair("N7drawing4SignE", 10), Pair("N7drawing6SquareE", 10),
                                             Pair("N7drawing8TriangleE", 5)));
  EXPECT_EQ(site.sizes[3].calls, 25u) << "size and type of one call";
}

TEST(Types, OfATemplateAreItsArguments) {
  const GuardedRun run({"types", "simple"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const SiteTotals site = run.site("same");
  EXPECT_THAT(callsByType(site),
              ElementsAre(Pair(testing::StartsWith("T = const char"), 10), Pair("T = int", 10),
                          Pair(testing::StartsWith("T = std::vector<char"), 5)));
  EXPECT_TRUE(run.site("plain").types.empty());
}

TEST(Types, OfARecursionAreThoseOfTheOutermostLevel) {
  const GuardedRun run({"types", "simple"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const SiteTotals site = run.site("descends");
  EXPECT_EQ(site.calls, 8u);
  EXPECT_THAT(callsByType(site), ElementsAre(Pair("N7drawing6SquareE", 1), Pair("N7drawing8TriangleE", 1)));
  EXPECT_EQ(allTypes(site).sumTicks, site.sumTicks);
}

TEST(Types, ThatFindNoRowAreCountedTogether) {
  const GuardedRun run({"types", "overflow"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("visits");
  ASSERT_EQ(site.types.size(), 8u);
  for (int index = 40; index < 47; ++index)
    EXPECT_EQ(site.types["alternative " + std::to_string(index)].calls, 10u) << index;
  EXPECT_EQ(site.types[""].calls, 50u);
  EXPECT_EQ(site.types[""].errors, 15u);
  EXPECT_EQ(allTypes(site).sumTicks, site.sumTicks);
}

TEST(Types, OfFourThreadsAreExact) {
  const GuardedRun run({"types", "threads"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("shared");
  EXPECT_EQ(site.calls, 400'000u);
  EXPECT_EQ(allTypes(site).calls, 400'000u);
  EXPECT_EQ(site.types.size(), 8u);
  EXPECT_EQ(site.types[""].calls, 225'000u);
  EXPECT_EQ(allTypes(site).sumTicks, site.sumTicks);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Signals, AHandlerThatHitsTheInterruptedSiteLosesNoType) {
  const GuardedRun run({"types", "interrupted"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const SiteTotals site = run.site("shared");
  EXPECT_EQ(site.calls, std::stoull(run.result().out));
  EXPECT_EQ(allTypes(site).calls, site.calls);
  EXPECT_EQ(allTypes(site).sumTicks, site.sumTicks);
}

TEST(Types, AreEvaluatedOnceAndOnlyForCallsThatAreRecorded) {
  const GuardedRun run({"types", "switch"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_THAT(callsByType(run.site("once")), ElementsAre(Pair("alternative 1", 1), Pair("alternative 2", 1)));
}

TEST(Types, OfACallThatForksAreCountedInBothProcesses) {
  const GuardedRun run({"types", "fork"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 2u);
  std::multiset<std::uint64_t> drawn;
  for (const SegmentFile& segment : run.segments()) {
    EXPECT_THAT(callsByType(total({segment}, "forks")), ElementsAre(Pair("N7drawing6SquareE", 1)));
    drawn.insert(allTypes(total({segment}, "draws")).calls);
  }
  EXPECT_THAT(drawn, ElementsAre(1, 4)) << "nothing of the parent's is counted in the child";
}

TEST(Types, WithoutTypeInfoThereIsNone) {
  const GuardedRun run({"without_rtti"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("draws").calls, 1u);
  EXPECT_TRUE(run.site("draws").types.empty());
}

TEST(Plugins, AClassWhereAnUnloadedOneWasIsAnotherType) {
  const GuardedRun run({"shape_host", guardedProgram("circle.so"), guardedProgram("sphere.so")});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().out << run.result().err;
  std::istringstream places(run.result().out);
  std::set<std::string> different;
  for (std::string line; std::getline(places, line);) different.insert(line);
  EXPECT_EQ(different.size(), 1u) << "else nothing is tested here";
  EXPECT_THAT(callsByType(run.site("draws")),
              ElementsAre(Pair("N12_GLOBAL__N_16CircleE", 500), Pair("N12_GLOBAL__N_16SphereE", 500)));
}

TEST(C, TypesAreCounted) {
  const GuardedRun run({"plain"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("tagged");
  EXPECT_EQ(site.calls, 30u);
  EXPECT_THAT(callsByType(site), ElementsAre(Pair("alternative 0", 10), Pair("alternative 1", 10)));
  EXPECT_EQ(site.types["alternative 1"].errors, 10u);
}

TEST(Coroutines, HaveTheTypeThatTheyBeganWith) {
  const GuardedRun run({"coroutines", "types"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("typed");
  EXPECT_EQ(site.abandoned, 10u);
  EXPECT_THAT(callsByType(site), ElementsAre(Pair("alternative 3", 10), Pair("alternative 4", 10)));
  EXPECT_EQ(site.types["alternative 4"].errors, 10u);
}

}  // namespace
}  // namespace assay::test
