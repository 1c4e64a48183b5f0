// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/accumulator.h"

#include <gtest/gtest.h>

#include <set>

namespace assay::telemetry {
namespace {

class Accumulated : public ::testing::Test {
 protected:
  static ProcessSnapshot processOf(std::uint64_t inode, std::uint64_t calls, double secondsPerTick = 1e-9) {
    ProcessSnapshot process;
    process.files = {{"segment", 1, inode}};
    process.pid = static_cast<std::uint32_t>(inode);
    process.secondsPerTick = secondsPerTick;
    process.sites.resize(1);
    process.sites[0].id = 7;
    process.sites[0].calls = calls;
    return process;
  }

  std::uint64_t callsAfter(std::vector<ProcessSnapshot> now) {
    std::uint64_t calls = 0;
    last_ = accumulator_.update(std::move(now),
                                [&](const SegmentFile& file) { return there_.contains(file.inode); });
    for (const ProcessSnapshot& process : last_)
      for (const SiteCounts& site : process.sites) calls += site.calls;
    return calls;
  }

  Accumulator accumulator_;
  std::set<std::uint64_t> there_;
  std::vector<ProcessSnapshot> last_;
};

TEST_F(Accumulated, WhatIsGoneStaysCounted) {
  EXPECT_EQ(callsAfter({processOf(1, 10), processOf(2, 5)}), 15u);
  EXPECT_EQ(callsAfter({processOf(2, 6)}), 16u);
  EXPECT_EQ(callsAfter({processOf(2, 7), processOf(3, 1)}), 18u);
  EXPECT_EQ(callsAfter({}), 18u);
  EXPECT_EQ(last_.size(), 1u) << "all that is gone is one";
}

TEST_F(Accumulated, WhatCannotBeReadForAWhileIsCountedOnce) {
  there_ = {1};
  EXPECT_EQ(callsAfter({processOf(1, 10)}), 10u);
  EXPECT_EQ(callsAfter({}), 10u);
  EXPECT_EQ(callsAfter({}), 10u);
  EXPECT_EQ(callsAfter({processOf(1, 12)}), 12u);
}

TEST_F(Accumulated, TheSamePidAndInodeAfterTheMachineStartedAgainIsAnother) {
  there_ = {1};
  EXPECT_EQ(callsAfter({processOf(1, 10)}), 10u);
  ProcessSnapshot other = processOf(1, 3);
  other.startRealtime = 99;
  there_ = {};
  EXPECT_EQ(callsAfter({other}), 13u);
}

TEST_F(Accumulated, ARestartedOneGoesOn) {
  there_ = {2};
  EXPECT_EQ(callsAfter({processOf(1, 10), processOf(2, 5)}), 15u);
  EXPECT_EQ(callsAfter({processOf(2, 6)}), 16u);
  accumulator_ = Accumulator();
  accumulator_.restore(last_);
  EXPECT_EQ(callsAfter({processOf(2, 8), processOf(3, 1)}), 19u);
  EXPECT_EQ(last_.size(), 3u);
}

TEST_F(Accumulated, WhatHasGoneIsKeptAsItWasForWhoAsks) {
  accumulator_.keepRetired();
  callsAfter({processOf(1, 10), processOf(2, 5)});
  EXPECT_TRUE(accumulator_.retired().empty());
  callsAfter({});
  ASSERT_EQ(accumulator_.retired().size(), 2u);
  EXPECT_EQ(accumulator_.retired()[1].sites[0].calls, 5u);
  accumulator_.forgetRetired();
  EXPECT_TRUE(accumulator_.retired().empty());
  EXPECT_EQ(callsAfter({}), 15u);
}

TEST_F(Accumulated, AnotherProcessInTheSameInodeIsAnother) {
  EXPECT_EQ(callsAfter({processOf(1, 10)}), 10u);
  ProcessSnapshot other = processOf(1, 3);
  other.processStart = 99;
  EXPECT_EQ(callsAfter({other}), 13u);
}

TEST_F(Accumulated, TheClockOfAProcessStaysWhatItWas) {
  callsAfter({processOf(1, 10, 0)});
  callsAfter({processOf(1, 10, 2e-9)});
  EXPECT_EQ(last_[0].secondsPerTick, 2e-9) << "known now";
  callsAfter({processOf(1, 10, 2.000001e-9)});
  EXPECT_EQ(last_[0].secondsPerTick, 2e-9);
}

TEST_F(Accumulated, CallsWithoutAnEndStayApart) {
  ProcessSnapshot process = processOf(2, 3);
  process.sites[0].entryOnly = true;
  callsAfter({processOf(1, 10), process});
  EXPECT_EQ(callsAfter({}), 13u);
  ASSERT_EQ(last_[0].sites.size(), 2u);
  EXPECT_FALSE(last_[0].sites[0].entryOnly);
  EXPECT_EQ(last_[0].sites[0].calls, 10u);
}

TEST_F(Accumulated, ClocksOfTheGoneAreKeptApart) {
  callsAfter(
      {processOf(1, 1, 1e-9), processOf(2, 1, 1.0000001e-9), processOf(3, 1, 3e-9), processOf(4, 1, 0)});
  EXPECT_EQ(callsAfter({}), 4u);
  EXPECT_EQ(last_.size(), 3u);
}

}  // namespace
}  // namespace assay::telemetry
