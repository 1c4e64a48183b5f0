// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/growth.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "telemetry/accumulator.h"
#include "telemetry/error_kinds.h"
#include "telemetry/input_types.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::exporting {
namespace {

using telemetry::ProcessSnapshot;
using telemetry::SiteCounts;

// Calls of so many ticks each.
SiteCounts grownSite(std::uint64_t id, std::uint64_t calls, std::uint64_t ticks = 100) {
  SiteCounts site;
  site.id = id;
  site.name = "f" + std::to_string(id);
  site.calls = site.timed = calls;
  site.sumTicks = calls * ticks;
  site.histogram.resize(vocabulary::kBucketCount);
  site.histogram[vocabulary::bucketOf(ticks)] = calls;
  return site;
}

ProcessSnapshot grownProcess(std::uint32_t pid, std::vector<SiteCounts> sites, double secondsPerTick = 1e-9) {
  ProcessSnapshot process;
  process.files = {{"segment", 1, pid}};
  process.pid = pid;
  process.secondsPerTick = secondsPerTick;
  process.sites = std::move(sites);
  return process;
}

std::uint64_t callsIn(const Growth& growth) {
  std::uint64_t calls = 0;
  for (const FunctionGrowth& function : growth.functions) calls += function.calls;
  return calls;
}

std::uint64_t timedIn(const Growth& growth) {
  std::uint64_t calls = 0;
  for (const FunctionGrowth& function : growth.functions)
    for (const auto& [value, weight] : function.durations) calls += weight;
  return calls;
}

double secondsIn(const Growth& growth) {
  double seconds = 0;
  for (const FunctionGrowth& function : growth.functions)
    for (const auto& [value, weight] : function.durations) seconds += value * static_cast<double>(weight);
  return seconds;
}

TEST(GrowthBetweenLooks, IsToldOfOnce) {
  GrowthMeter meter;
  EXPECT_EQ(callsIn(meter.measure(std::vector{grownProcess(1, {grownSite(7, 5)})})), 5u);
  EXPECT_TRUE(meter.measure(std::vector{grownProcess(1, {grownSite(7, 5)})}).functions.empty());
  const Growth more = meter.measure(std::vector{grownProcess(1, {grownSite(7, 8), grownSite(9, 2)})});
  ASSERT_EQ(more.functions.size(), 2u);
  EXPECT_EQ(more.functions[0].calls, 3u);
  EXPECT_EQ(more.functions[0].name, "f7");
  EXPECT_EQ(more.functions[1].calls, 2u);
}

TEST(GrowthBetweenLooks, HasWhatCallsDidToMemory) {
  GrowthMeter meter;
  SiteCounts site = grownSite(7, 10);
  site.memory = {.calls = 10, .allocated = 1000, .freed = 900};
  meter.measure(std::vector{grownProcess(1, {site})});
  SiteCounts other = grownSite(7, 1);
  other.memory = {.calls = 1, .allocated = 64, .freed = 0};
  const Growth growth = meter.measure(std::vector{grownProcess(1, {site}), grownProcess(2, {other})});
  EXPECT_EQ(growth.functions[0].memory.calls, 1u);
  EXPECT_EQ(growth.functions[0].memory.allocated, 64u);
  EXPECT_EQ(growth.functions[0].memory.freed, 0u);
}

TEST(GrowthBetweenLooks, HasErrorsWhereEndsAreSeen) {
  GrowthMeter meter;
  SiteCounts site = grownSite(7, 10);
  site.errors = 3;
  Growth growth = meter.measure(std::vector{grownProcess(1, {site})});
  EXPECT_EQ(growth.functions[0].succeeded, 7u);
  EXPECT_EQ(growth.functions[0].failed, 3u);
  SiteCounts entries = grownSite(8, 10);
  entries.entryOnly = true;
  growth = meter.measure(std::vector{grownProcess(1, {site, entries})});
  EXPECT_EQ(growth.functions[0].calls, 10u);
  EXPECT_EQ(growth.functions[0].succeeded, 0u);
}

// With one clock a little off the other, as calibrations are.
TEST(GrowthBetweenLooks, ProcessesThatEndAndComeAreCountedOnce) {
  telemetry::Accumulator accumulator;
  bool isThere = true;
  const auto look = [&](std::vector<ProcessSnapshot> now) {
    return accumulator.update(std::move(now), [&](const telemetry::SegmentFile&) { return isThere; });
  };
  GrowthMeter meter;
  std::uint64_t calls = 0, timed = 0;
  double seconds = 0;
  const auto flush = [&](const std::vector<ProcessSnapshot>& parts) {
    const Growth growth = meter.measure(parts);
    calls += callsIn(growth);
    timed += timedIn(growth);
    seconds += secondsIn(growth);
  };
  flush(look({grownProcess(1, {grownSite(7, 1000, 103)}, 3.1e-10),
              grownProcess(2, {grownSite(7, 10, 50)}, 3.1003e-10)}));
  isThere = false;  // the first is gone, after it was seen with more by somebody else
  look({grownProcess(1, {grownSite(7, 1500, 103)}, 3.1e-10),
        grownProcess(2, {grownSite(7, 10, 50)}, 3.1003e-10)});
  flush(look({grownProcess(2, {grownSite(7, 11, 50)}, 3.1003e-10),
              grownProcess(3, {grownSite(7, 100, 2000)}, 1e-9)}));
  flush(look({}));
  flush(look({grownProcess(4, {grownSite(7, 1, 50)}, 3.1e-10)}));
  EXPECT_EQ(calls, 1500u + 11 + 100 + 1);
  EXPECT_EQ(timed, calls);
  const double really = (1500 * 103 + 12 * 50) * 3.1e-10 + 100 * 2000 * 1e-9;
  EXPECT_NEAR(seconds, really, really * 1e-3);
}

TEST(GrowthBetweenLooks, NumbersThatGoDownAreNoGrowth) {
  GrowthMeter meter;
  meter.measure(std::vector{grownProcess(1, {grownSite(7, 10)})});
  EXPECT_TRUE(meter.measure(std::vector{grownProcess(1, {grownSite(7, 9)})}).functions.empty());
  EXPECT_TRUE(meter.measure(std::vector{grownProcess(1, {grownSite(7, 10)})}).functions.empty());
  const Growth growth = meter.measure(std::vector{grownProcess(1, {grownSite(7, 11)})});
  EXPECT_EQ(callsIn(growth), 1u);
  EXPECT_EQ(timedIn(growth), 1u);
}

TEST(GrowthBetweenLooks, HasTheSumThatWasCounted) {
  GrowthMeter meter;
  SiteCounts site = grownSite(7, 1000, 1000);
  for (const std::uint64_t ticks : {5ULL, 777ULL, 123456ULL}) {
    site.calls = site.timed += 10;
    site.histogram[vocabulary::bucketOf(ticks)] += 10;
    site.sumTicks += 10 * ticks;
  }
  const Growth growth = meter.measure(std::vector{grownProcess(1, {site})});
  EXPECT_EQ(timedIn(growth), 1030u);
  EXPECT_NEAR(secondsIn(growth), static_cast<double>(site.sumTicks) * 1e-9, 1e-12);
  ASSERT_EQ(growth.functions[0].durations.size(), 4u);
  EXPECT_TRUE(std::ranges::is_sorted(growth.functions[0].durations));
  EXPECT_NEAR(growth.functions[0].durations[3].first, 123456e-9, 123456e-9 / 8);
}

TEST(GrowthBetweenLooks, LeavesTimesOutThatNobodyCanConvert) {
  GrowthMeter meter;
  const Growth growth = meter.measure(std::vector{grownProcess(1, {grownSite(7, 10)}, 0)});
  EXPECT_EQ(callsIn(growth), 10u);
  EXPECT_EQ(timedIn(growth), 0u);
}

TEST(GrowthBetweenLooks, HasSizesAndLostCalls) {
  GrowthMeter meter;
  SiteCounts site = grownSite(7, 3);
  site.sizes.resize(vocabulary::kSizeBucketCount);
  site.sizes[vocabulary::sizeBucketOf(0)].calls = 1;
  site.sizes[vocabulary::sizeBucketOf(9)].calls = 2;
  ProcessSnapshot process = grownProcess(1, {site});
  process.lostCalls = 4;
  Growth growth = meter.measure(std::vector{process});
  EXPECT_EQ(growth.functions[0].sizes, (WeightedValues{{0, 1}, {11.5, 2}}));
  EXPECT_EQ(growth.lostCalls, 4u);
  growth = meter.measure(std::vector{process});
  EXPECT_EQ(growth.lostCalls, 0u);
}

TEST(GrowthBetweenLooks, HasABoundedNumberOfKindsOfErrors) {
  GrowthMeter meter;
  SiteCounts site = grownSite(7, 1);
  for (int i = 0; i < 100; ++i) site.errorKinds["C" + std::to_string(i)] = 2;
  Growth growth = meter.measure(std::vector{grownProcess(1, {site})});
  EXPECT_EQ(growth.functions[0].errorKinds.size(), telemetry::kMostExceptions + 1);
  site.errorKinds["A"] = 5;  // would come first
  site.errorKinds["C1"] = 3;
  growth = meter.measure(std::vector{grownProcess(1, {site})});
  ASSERT_EQ(growth.functions.size(), 1u);
  EXPECT_EQ(growth.functions[0].errorKinds,
            (telemetry::ErrorKinds{{"C1", 1}, {telemetry::kOtherExceptions, 5}}));
}

TEST(GrowthBetweenLooks, HasABoundedNumberOfTypes) {
  GrowthMeter meter;
  SiteCounts site = grownSite(7, 1);
  for (int i = 0; i < 100; ++i) site.types["T" + std::to_string(i)].calls = 2;
  Growth growth = meter.measure(std::vector{grownProcess(1, {site})});
  EXPECT_EQ(growth.functions[0].types.size(), telemetry::kMostTypes + 1);
  EXPECT_EQ(growth.functions[0].types.at(telemetry::kOtherTypesName), 2 * (100 - telemetry::kMostTypes));
  site.types["A"].calls = 5;  // would come first
  growth = meter.measure(std::vector{grownProcess(1, {site})});
  ASSERT_EQ(growth.functions.size(), 1u);
  EXPECT_EQ(growth.functions[0].types, (CallsByType{{telemetry::kOtherTypesName, 5}}));
}

}  // namespace
}  // namespace assay::exporting
