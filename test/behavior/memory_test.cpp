// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Bytes that calls allocate and free: those that the program itself knows of, with every allocator, and none
// where nobody counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <sstream>
#include <string>

#include "guarded_run.h"

namespace assay::test {
namespace {

struct Told {
  std::string name;
  MemoryTotals memory;
};

/// What the program says its functions did.
std::vector<Told> toldBy(const GuardedRun& run) {
  std::vector<Told> all;
  std::istringstream lines(run.result().out);
  for (Told told; lines >> told.name >> told.memory.calls >> told.memory.allocated >> told.memory.freed;)
    all.push_back(told);
  return all;
}

void expectWhatIsTold(const GuardedRun& run) {
  const std::vector<Told> all = toldBy(run);
  EXPECT_FALSE(all.empty()) << run.result().out << run.result().err;
  for (const auto& [name, told] : all) {
    const MemoryTotals memory = run.site(name).memory;
    EXPECT_EQ(memory.calls, told.calls) << name;
    EXPECT_EQ(memory.allocated, told.allocated) << name;
    EXPECT_EQ(memory.freed, told.freed) << name;
  }
}

/// What the programs hold they never give back.
const std::map<std::string, std::string> kHolding = {{"ASAN_OPTIONS", "detect_leaks=0"}};

/// The program may be there in some flavours only.
void expectExact(const std::string& program, const std::string& scenario, int exitCode = 0) {
  const GuardedRun run({program, scenario}, kHolding);
  ASSERT_EQ(run.result().exitCode, exitCode) << run.result().err;
  expectWhatIsTold(run);
}

// With counts of its own a program says what the runtime makes of them; under sanitizers, too.

TEST(Memory, OfEveryKindOfGuardIsThatOfItsCalls) {
  expectExact("memory_own", "simple");
}

TEST(Memory, OfAnEntryIsNotKnown) {
  const GuardedRun run({"memory_own", "simple"}, kHolding);
  EXPECT_EQ(run.site("entry").calls, 500u);
  EXPECT_EQ(run.site("entry").memory.calls, 0u);
}

TEST(Memory, OfARecursionIsThatOfItsOutermostLevel) {
  const GuardedRun run({"memory_own", "simple"}, kHolding);
  const SiteTotals site = run.site("descends");
  EXPECT_EQ(site.calls, 11u);
  EXPECT_EQ(site.memory.calls, 1u);
  EXPECT_EQ(site.memory.allocated - site.memory.freed, 100u);
}

TEST(Memory, OfFourThreadsIsExact) {
  expectExact("memory_own", "threads");
}

TEST(Memory, FreedByAnotherThreadIsFreedThere) {
  expectExact("memory_own", "handed over");
}

TEST(Signals, AHandlerInTheMiddleOfACallLosesNoBytes) {
  expectExact("memory_own", "interrupted");
}

TEST(Memory, OfACallThatForksIsCountedInBothProcesses) {
  const GuardedRun run({"memory_own", "fork"}, kHolding);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  expectWhatIsTold(run);
  EXPECT_EQ(run.segments().size(), 2u);
}

TEST(Memory, IsThereWhenTheProcessWasKilled) {
  const GuardedRun run({"memory_own", "kill"});
  EXPECT_EQ(run.result().exitCode, 128 + SIGKILL);
  expectWhatIsTold(run);
}

TEST(Memory, WhereNotEachCallIsTimedIsAnEstimate) {
  const GuardedRun run({"memory_own", "budget"},
                       {{"ASSAY_BUDGET", "1%"}, {"ASAN_OPTIONS", "detect_leaks=0"}});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const SiteTotals site = run.site("shared");
  EXPECT_EQ(site.calls, 1'000'000u);
  EXPECT_EQ(site.memory.calls, site.represented) << "of the calls whose time is known, and their like";
  EXPECT_EQ(site.memory.allocated, 64 * site.memory.calls);
  EXPECT_EQ(site.memory.freed, site.memory.allocated);
}

// With assay::allocation linked, whatever allocates.

class Allocators : public testing::TestWithParam<const char*> {};

TEST_P(Allocators, AreCountedByte) {
  for (const char* scenario : {"simple", "ways", "threads", "handed over", "interrupted", "fork"}) {
    SCOPED_TRACE(scenario);
    expectExact(GetParam(), scenario);
  }
}

INSTANTIATE_TEST_SUITE_P(Allocators, Allocators,
                         testing::Values("memory", "memory_jemalloc", "memory_jemalloc_first",
                                         "memory_jemalloc_archive", "memory_tcmalloc", "memory_static",
                                         "memory_static_jemalloc"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(Allocation, OfAnExceptionIsAmongThatOfTheCallThatThrows) {
  const GuardedRun run({"memory", "simple"});
  const SiteTotals thrown = run.site("throws"), held = run.site("holds");
  EXPECT_EQ(thrown.memory.calls, 500u);
  EXPECT_GT(thrown.memory.allocated, held.memory.allocated);
}

TEST(Allocation, AnAllocatorThatIsLoadedBeforeTheProgramIsCounted) {
  for (const char* library : {"libjemalloc.so.2", "libtcmalloc_minimal.so.4"}) {
    SCOPED_TRACE(library);
    const GuardedRun run({"memory", "threads"}, {{"LD_PRELOAD", library}});
    ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
    EXPECT_EQ(run.result().err, "");
    expectWhatIsTold(run);
  }
}

TEST(Allocation, WithoutTheLibraryNoBytesAreTold) {
  const GuardedRun run({"memory_uncounted", "simple"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("holds").calls, 500u);
  EXPECT_EQ(run.site("holds").memory.calls, 0u);
  for (const SegmentFile& segment : run.segments()) EXPECT_EQ(segment.memoryCount, 0u) << "nor is room taken";
}

// Sanitizers allocate themselves: the library stays out of their way.

void expectStandsAside(const std::string& program) {
  const GuardedRun run({program, "simple"}, kHolding);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("holds").calls, 500u);
  EXPECT_EQ(run.site("holds").memory.calls, 0u);
}

TEST(SanitizedPrograms, AreNotCounted) {
  expectStandsAside("memory");
}

TEST(SanitizedPrograms, StillShowTheirOverruns) {
  for (const char* program : {"memory", "memory_by_clang"}) {
    const GuardedRun run({program, "overrun"}, kHolding);
    EXPECT_NE(run.result().exitCode, 0);
    EXPECT_THAT(run.result().err, testing::HasSubstr("heap-buffer-overflow"));
  }
}

TEST(SanitizedPrograms, AreNotCountedWithThoseOfClang) {
  expectStandsAside("memory_by_clang");
}

}  // namespace
}  // namespace assay::test
