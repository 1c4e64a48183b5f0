// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/function_table.h"

#include <gmock/gmock.h>

namespace assay::telemetry {
namespace {

using vocabulary::bucketOf;
using vocabulary::kBucketCount;

SiteCounts site(std::uint64_t id, std::string name, std::uint64_t calls, std::uint64_t ticks) {
  SiteCounts counts;
  counts.id = id;
  counts.name = std::move(name);
  counts.calls = calls;
  counts.timed = calls;
  counts.sumTicks = calls * ticks;
  counts.maxTicks = ticks;
  if (calls > 0) {
    counts.histogram.resize(kBucketCount);
    counts.histogram[bucketOf(ticks)] = calls;
  }
  return counts;
}

ProcessSnapshot process(ProcessState state, double seconds, std::vector<SiteCounts> sites) {
  ProcessSnapshot snapshot;
  snapshot.state = state;
  snapshot.observedSeconds = seconds;
  snapshot.secondsPerTick = 1e-9;
  snapshot.sites = std::move(sites);
  return snapshot;
}

constexpr auto kRunning = ProcessState::Running;
constexpr auto kEnded = ProcessState::Ended;

TEST(FunctionTable, ProcessesAreAddedUpById) {
  std::vector<ProcessSnapshot> processes = {process(kRunning, 10, {site(1, "f", 100, 1000)}),
                                            process(kEnded, 5, {site(1, "f", 7, 9000), site(2, "g", 3, 50)})};
  processes[0].lostCalls = 4;
  processes[1].lostSites = 2;
  processes[0].guardsOn = false;
  processes[0].sites[0].errors = 6;
  const FunctionTable table = mergeProcesses(processes);
  EXPECT_EQ(table.running, 1u);
  EXPECT_EQ(table.ended, 1u);
  EXPECT_EQ(table.lostCalls, 4u);
  EXPECT_EQ(table.lostSites, 2u);
  EXPECT_EQ(table.switchedOff, 1u);
  ASSERT_EQ(table.rows.size(), 2u);
  const FunctionRow& f = table.rows[0];
  EXPECT_EQ(f.calls, 107u);
  EXPECT_EQ(f.errors, 6u);
  EXPECT_EQ(f.timedCalls, 107u);
  EXPECT_EQ(f.running, 1u);
  EXPECT_EQ(f.ended, 1u);
  EXPECT_DOUBLE_EQ(*f.max, 9e-6);
  EXPECT_NEAR(*f.p50, 1e-6, 0.0625e-6);
  EXPECT_NEAR(*f.total, 163e-6, 1e-9);
  EXPECT_EQ(f.model, "unknown");
}

TEST(FunctionTable, MemoryIsAddedUpWhereItIsCounted) {
  std::vector<ProcessSnapshot> processes = {process(kRunning, 10, {site(1, "f", 4, 1000)}),
                                            process(kEnded, 5, {site(1, "f", 4, 9000)})};
  EXPECT_FALSE(allocatedPerCall(mergeProcesses(processes).rows[0].memory));
  processes[0].sites[0].memory = {.calls = 3, .allocated = 300, .freed = 5};
  processes[1].sites[0].memory = {.calls = 1, .allocated = 100, .freed = 6};
  const MemoryCount memory = mergeProcesses(processes).rows[0].memory;
  EXPECT_EQ(allocatedPerCall(memory), 100.0);
  EXPECT_EQ(memory.freed, 11u);
}

TEST(FunctionTable, CallsThatWereNotTimedMakeTheMeanLessCertain) {
  std::vector<ProcessSnapshot> processes = {process(kRunning, 10, {site(1, "f", 500, 1000)}),
                                            process(kEnded, 5, {site(1, "f", 500, 3000)})};
  EXPECT_EQ(mergeProcesses(processes).rows[0].meanError, 0);
  processes[0].sites[0].estimated = 450;
  processes[1].sites[0].estimated = 450;
  const FunctionRow row = mergeProcesses(processes).rows[0];
  EXPECT_EQ(row.timedCalls, 1000u);
  EXPECT_EQ(row.estimatedCalls, 900u);
  EXPECT_NEAR(row.meanError, 1.96 * 0.5 * std::sqrt(1024. * 900) / 1000, 0.02)
      << "0.5 and 1.5 times the mean";
}

TEST(FunctionTable, TheRateIsOfTheRunningProcessesTogether) {
  const std::vector<ProcessSnapshot> processes = {process(kRunning, 10, {site(1, "f", 100, 1)}),
                                                  process(kRunning, 2, {site(1, "f", 100, 1)}),
                                                  process(kEnded, 1, {site(1, "f", 100000, 1)})};
  EXPECT_DOUBLE_EQ(*mergeProcesses(processes).rows[0].ratePerSecond, 60);
}

TEST(FunctionTable, WhenNoneRunsTheRateIsOverTheTimeTheyRan) {
  const std::vector<ProcessSnapshot> processes = {process(kEnded, 10, {site(1, "f", 100, 1)}),
                                                  process(kEnded, 30, {site(1, "f", 100, 1)})};
  EXPECT_DOUBLE_EQ(*mergeProcesses(processes).rows[0].ratePerSecond, 5);
}

TEST(FunctionTable, OneKilledProcessMakesTheRateOfTheEndedOnesUnknown) {
  const std::vector<ProcessSnapshot> processes = {process(kEnded, 10, {site(1, "f", 100, 1)}),
                                                  process(kEnded, 0, {site(1, "f", 5, 1)})};
  EXPECT_FALSE(mergeProcesses(processes).rows[0].ratePerSecond);
}

TEST(FunctionTable, WhatIsNotKnownIsEmpty) {
  ProcessSnapshot unknownClock = process(kEnded, 0, {site(1, "f", 100, 5)});
  unknownClock.secondsPerTick = 0;
  const FunctionRow row = mergeProcesses({&unknownClock, 1}).rows[0];
  EXPECT_EQ(row.calls, 100u);
  EXPECT_FALSE(row.ratePerSecond || row.p50 || row.p99 || row.max || row.total);
  const ProcessSnapshot noCalls = process(kEnded, 1, {site(1, "f", 0, 5)});
  EXPECT_FALSE(mergeProcesses({&noCalls, 1}).rows[0].p50);
}

TEST(FunctionTable, ACallThatIsOnlyCountedHasNoTimeAndNoErrorsThatAreKnown) {
  SiteCounts entered = site(1, "f", 0, 0);
  entered.calls = 70;
  entered.entryOnly = true;
  const std::vector<ProcessSnapshot> counted = {process(kEnded, 10, {entered})};
  const FunctionRow row = mergeProcesses(counted).rows[0];
  EXPECT_EQ(row.calls, 70u);
  EXPECT_EQ(row.timedCalls, 0u);
  EXPECT_DOUBLE_EQ(*row.ratePerSecond, 7);
  EXPECT_FALSE(row.errors || row.p50 || row.p99 || row.max || row.total);
  const std::vector<ProcessSnapshot> both = {counted[0], process(kEnded, 10, {site(1, "f", 30, 100)})};
  const FunctionRow sum = mergeProcesses(both).rows[0];
  EXPECT_EQ(sum.calls, 100u);
  EXPECT_EQ(sum.timedCalls, 30u);
  EXPECT_EQ(sum.errors, 0u);
  EXPECT_NEAR(*sum.p50, 100e-9, 7e-9);
}

TEST(FunctionTable, NestedCallsCountAndHaveNoPartInTheTimes) {
  SiteCounts recursive = site(1, "f", 10, 5000);
  recursive.calls = 1010;
  recursive.maxDepth = 101;
  recursive.abandoned = 3;
  const std::vector<ProcessSnapshot> processes = {process(kEnded, 1, {recursive}),
                                                  process(kEnded, 1, {recursive})};
  const FunctionRow row = mergeProcesses(processes).rows[0];
  EXPECT_EQ(row.calls, 2020u);
  EXPECT_EQ(row.timedCalls, 20u);
  EXPECT_EQ(row.maxDepth, 101u);
  EXPECT_EQ(row.abandoned, 6u);
  EXPECT_NEAR(*row.total, 20 * 5e-6, 1e-9);
}

TEST(FunctionTable, WhatHasNotEndedRunsOrNeverWill) {
  SiteCounts f = site(1, "f", 10, 5000);
  f.entered = 14;
  f.ended = 11;
  f.mostAtOnce = 2;
  const ProcessSnapshot running = process(kRunning, 1, {f});
  f.mostAtOnce = 8;
  f.ended = 14;
  const ProcessSnapshot over = process(kEnded, 1, {f});
  f.ended = 15;  // torn: more ends than beginnings
  const ProcessSnapshot torn = process(kEnded, 1, {f});
  const std::vector<ProcessSnapshot> one = {running}, all = {running, over, torn, running};
  EXPECT_EQ(mergeProcesses(one).rows[0].inFlight, 3u);
  EXPECT_EQ(mergeProcesses(one).rows[0].neverEnded, std::nullopt);
  EXPECT_EQ(mergeProcesses(one).rows[0].mostAtOnce, 3u) << "what is under way has been at once";
  EXPECT_EQ(mergeProcesses(all).rows[0].inFlight, 6u);
  EXPECT_EQ(mergeProcesses(all).rows[0].neverEnded, 0u);
  EXPECT_EQ(mergeProcesses(all).rows[0].mostAtOnce, 8u);
}

TEST(FunctionTable, OfCallsThatAreOnlyCountedNothingIsKnownToRun) {
  SiteCounts f = site(1, "f", 0, 0);
  f.entered = f.calls = 9;
  f.entryOnly = true;
  const ProcessSnapshot counted = process(kRunning, 1, {f});
  const FunctionRow row = mergeProcesses({&counted, 1}).rows[0];
  EXPECT_FALSE(row.inFlight || row.neverEnded || row.mostAtOnce);
}

TEST(FunctionTable, TheLevelsOfARecursionAreAtOnce) {
  SiteCounts f = site(1, "f", 10, 5000);
  f.maxDepth = 7;
  f.mostAtOnce = 1;
  const ProcessSnapshot recursive = process(kEnded, 1, {f});
  EXPECT_EQ(mergeProcesses({&recursive, 1}).rows[0].mostAtOnce, 7u);
}

TEST(FunctionTable, AnotherClockIsConverted) {
  std::vector<ProcessSnapshot> processes = {process(kEnded, 1, {site(1, "f", 1, 1'000'000)}),
                                            process(kEnded, 1, {site(1, "f", 99, 5000)})};
  processes[1].secondsPerTick = 4e-10;  // 5000 ticks are 2 µs
  const FunctionRow row = mergeProcesses(processes).rows[0];
  EXPECT_NEAR(*row.p50, 2e-6, 0.1875 * 2e-6);
  EXPECT_DOUBLE_EQ(*row.max, 1e-3);
}

TEST(FunctionTable, QuantilesAreNeverAboveTheMaximum) {
  for (std::uint64_t ticks = 1; ticks < 5000; ticks += 7) {
    ProcessSnapshot one = process(kRunning, 1, {site(1, "f", 100, ticks)});
    one.secondsPerTick = 1 / 2.596e9;
    const FunctionRow row = mergeProcesses({&one, 1}).rows[0];
    ASSERT_LE(*row.p50, *row.max);
    ASSERT_LE(*row.p99, *row.max);
    ASSERT_LE(*row.p50, *row.p90);
    ASSERT_LE(*row.p90, *row.p99);
  }
}

TEST(FunctionTable, SizesAreAddedUpOverClocks) {
  std::vector<ProcessSnapshot> processes = {process(kRunning, 10, {site(1, "f", 3, 100)}),
                                            process(kRunning, 10, {site(1, "f", 1, 100)}),
                                            process(kEnded, 10, {site(1, "f", 5, 100)})};
  for (ProcessSnapshot& each : processes) {
    each.sites[0].sizes.resize(vocabulary::kSizeBucketCount);
    each.sites[0].sizes[3] = {
        .calls = each.sites[0].calls, .errors = 1, .sumTicks = each.sites[0].calls * 100};
  }
  processes[1].secondsPerTick = 5e-9;
  processes[2].secondsPerTick = 0;
  const FunctionTable table = mergeProcesses(processes);
  ASSERT_EQ(table.rows[0].sizes.size(), 1u);
  const SizeRow& row = table.rows[0].sizes[0];
  EXPECT_EQ(row.from, 4u);
  EXPECT_EQ(row.to, 8u);
  EXPECT_EQ(row.calls, 9u);
  EXPECT_EQ(row.errors, 3u);
  EXPECT_DOUBLE_EQ(*row.meanSeconds, (3 * 100e-9 + 500e-9) / 4) << "of the calls whose clock is known";
}

TEST(FunctionTable, ErrorsByKindAreAddedUp) {
  std::vector<ProcessSnapshot> processes(2);
  for (ProcessSnapshot& process : processes) process.sites.emplace_back().id = 1;
  processes[0].sites[0].errorKinds = {{"(returned)", 3}, {"std::bad_alloc", 2}};
  processes[1].sites[0].errorKinds = {{"std::bad_alloc", 2}};
  const FunctionTable table = mergeProcesses(processes);
  ASSERT_EQ(table.rows[0].errorKinds.size(), 2u);
  EXPECT_EQ(table.rows[0].errorKinds[0].kind, "std::bad_alloc");
  EXPECT_EQ(table.rows[0].errorKinds[0].errors, 4u);
}

TEST(FunctionTable, TypesAreAddedUpOverClocks) {
  std::vector<ProcessSnapshot> processes = {process(kRunning, 10, {site(1, "f", 3, 100)}),
                                            process(kEnded, 10, {site(1, "f", 5, 100)})};
  processes[0].sites[0].types = {{"int", {.calls = 3, .errors = 1, .sumTicks = 300}}};
  processes[1].sites[0].types = {{"int", {.calls = 5, .errors = 0, .sumTicks = 9}},
                                 {"char", {.calls = 9, .errors = 0, .sumTicks = 9}}};
  processes[1].secondsPerTick = 0;
  const FunctionTable table = mergeProcesses(processes);
  ASSERT_EQ(table.rows[0].types.size(), 2u);
  const TypeRow &first = table.rows[0].types[0], &second = table.rows[0].types[1];
  EXPECT_EQ(first.name, "char");
  EXPECT_FALSE(first.totalSeconds);
  EXPECT_EQ(second.name, "int");
  EXPECT_EQ(second.calls, 8u);
  EXPECT_EQ(second.errors, 1u);
  EXPECT_DOUBLE_EQ(*second.meanSeconds, 100e-9) << "of the calls whose clock is known";
}

TEST(FunctionTable, LiveRatesAreDifferences) {
  std::vector<ProcessSnapshot> processes = {process(kRunning, 10, {site(1, "f", 100, 1)})};
  processes[0].pid = 1;
  const CallCounts before = countCalls(processes);
  processes[0].sites[0].calls = 150;
  processes.push_back(process(kRunning, 1, {site(1, "f", 30, 1), site(2, "g", 8, 1)}));
  processes[1].pid = 2;
  FunctionTable table = mergeProcesses(processes);
  setRates(table, before, countCalls(processes), 2);
  EXPECT_DOUBLE_EQ(*table.rows[0].ratePerSecond, 40);
  EXPECT_DOUBLE_EQ(*table.rows[1].ratePerSecond, 4);
}

TEST(FunctionTable, AForgottenProcessGivesNoNegativeRate) {
  std::vector<ProcessSnapshot> processes = {process(kEnded, 10, {site(1, "f", 100, 1)}),
                                            process(kRunning, 10, {site(1, "f", 10, 1)})};
  processes[0].pid = 1;
  processes[1].pid = 2;
  const CallCounts before = countCalls(processes);
  processes.erase(processes.begin());
  FunctionTable table = mergeProcesses(processes);
  setRates(table, before, countCalls(processes), 1);
  EXPECT_DOUBLE_EQ(*table.rows[0].ratePerSecond, 0);
}

TEST(FunctionTable, SortKeysHaveNamesBothWays) {
  for (std::size_t i = 0; i < kSortKeys; ++i) {
    const auto key = static_cast<SortKey>(i);
    EXPECT_EQ(sortKeyOf(nameOf(key)), key);
  }
  EXPECT_EQ(sortKeyOf("price"), std::nullopt);
}

std::string order(FunctionTable table, SortKey key, bool reversed) {
  sortRows(table, key, reversed);
  std::string names;
  for (const FunctionRow& row : table.rows) names += row.name;
  return names;
}

TEST(FunctionTable, SortsLargestFirstAndTheUnknownLast) {
  FunctionTable table;
  table.rows.resize(4);
  table.rows[0] = {.id = 1, .name = "d", .calls = 5, .p50 = 3.0};
  table.rows[1] = {.id = 2, .name = "c", .calls = 9, .p50 = {}};
  table.rows[2] = {.id = 3, .name = "b", .calls = 5, .p50 = 1.0};
  table.rows[3] = {.id = 4, .name = "a", .calls = 1, .p50 = 2.0};
  EXPECT_EQ(order(table, SortKey::Calls, false), "cbda");
  EXPECT_EQ(order(table, SortKey::Calls, true), "abdc");
  EXPECT_EQ(order(table, SortKey::P50, false), "dabc");
  EXPECT_EQ(order(table, SortKey::P50, true), "badc");
  EXPECT_EQ(order(table, SortKey::Name, false), "abcd");
  EXPECT_EQ(order(table, SortKey::Name, true), "dcba");
  table.rows[3].errors = 0;
  EXPECT_EQ(order(table, SortKey::Errors, false), "abcd") << "an unknown count is below none";
}

}  // namespace
}  // namespace assay::telemetry
