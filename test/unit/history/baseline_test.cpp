// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/baseline.h"

#include <gtest/gtest.h>

#include "counted.h"
#include "history/schema.h"
#include "support/temporary_folder.h"

namespace assay::history {
namespace {

using telemetry::ProcessSnapshot;

class WhatWasRecorded : public ::testing::Test {
 protected:
  WhatWasRecorded() {
    EXPECT_TRUE(createDatabase(folder_.path() / "h.db"));
    connection_ = openDatabase(folder_.path() / "h.db");
    store_ = TotalsStore::open(*connection_);
  }

  GrowthByVersion growthOf(const std::vector<ProcessSnapshot>& now,
                           const std::vector<ProcessSnapshot>& retired = {}) {
    auto grown =
        baseline_.advance({now, retired}, [&](std::uint64_t id) { return versionOf(id, body_); }, *store_);
    EXPECT_TRUE(grown);
    return grown ? *grown : GrowthByVersion();
  }

  std::uint64_t callsOf(const std::vector<ProcessSnapshot>& now,
                        const std::vector<ProcessSnapshot>& retired = {}) {
    std::uint64_t calls = 0;
    for (const auto& [key, growth] : growthOf(now, retired)) calls += growth.counts.calls;
    baseline_.keep();
    return calls;
  }

  void restart() {
    baseline_ = Baseline();
    baseline_.load(*store_->load());
  }

  test::TemporaryFolder folder_;
  Expected<Connection> connection_;
  Expected<TotalsStore> store_;
  Baseline baseline_;
  std::uint64_t body_ = 1;
};

TEST_F(WhatWasRecorded, IsNotRecordedTwice) {
  EXPECT_EQ(callsOf({processWith(1, counted(10)), processWith(2, counted(5))}), 15u);
  EXPECT_EQ(callsOf({processWith(1, counted(10)), processWith(2, counted(7))}), 2u);
  restart();
  EXPECT_EQ(callsOf({processWith(1, counted(10)), processWith(2, counted(8)), processWith(3, counted(1))}),
            2u);
}

TEST_F(WhatWasRecorded, IsNotRecordedBeforeItIsKept) {
  growthOf({processWith(1, counted(10))});
  baseline_.rollBack();
  EXPECT_EQ(callsOf({processWith(1, counted(11))}), 11u);
}

TEST_F(WhatWasRecorded, HasTheLastCallsOfThoseThatAreGone) {
  EXPECT_EQ(callsOf({processWith(1, counted(10))}), 10u);
  ProcessSnapshot sum;
  sum.sites = {counted(12)};
  EXPECT_EQ(callsOf({sum}, {processWith(1, counted(12))}), 2u);
  EXPECT_EQ(callsOf({sum}), 0u);
  restart();
  const auto processes = baseline_.processes();
  ASSERT_EQ(processes->size(), 1u);
  EXPECT_TRUE(processes->at(0).files.empty());
  EXPECT_EQ(processes->at(0).sites.at(0).calls, 12u);
}

TEST_F(WhatWasRecorded, IsNotCountedAgainAfterAReadingThatIsACallShort) {
  EXPECT_EQ(callsOf({processWith(1, counted(10))}), 10u);
  EXPECT_EQ(callsOf({processWith(1, counted(9))}), 0u);
  EXPECT_EQ(callsOf({processWith(1, counted(10))}), 0u);
  EXPECT_EQ(callsOf({processWith(1, counted(11))}), 1u);
}

TEST_F(WhatWasRecorded, KeepsTheBodyThatTheProcessWasTakenToHave) {
  EXPECT_EQ(callsOf({processWith(1, counted(1))}), 1u);
  body_ = 2;
  const auto grown = growthOf({processWith(1, counted(2)), processWith(2, counted(4))});
  ASSERT_EQ(grown.size(), 2u);
  EXPECT_EQ(grown.at({7, 1}).counts.calls, 1u);
  EXPECT_EQ(grown.at({7, 1}).version.model, "") << "the manifest speaks of another body";
  EXPECT_EQ(grown.at({7, 2}).counts.calls, 4u);
  EXPECT_EQ(grown.at({7, 2}).version.model, "GPT-4");
  baseline_.keep();
  restart();
  EXPECT_EQ(growthOf({processWith(1, counted(3)), processWith(2, counted(4))}).begin()->first.body, 1u);
}

TEST_F(WhatWasRecorded, TakesTheBodyOnceAManifestKnowsIt) {
  body_ = 0;
  EXPECT_EQ(callsOf({processWith(1, counted(1))}), 1u);
  body_ = 3;
  EXPECT_EQ(growthOf({processWith(1, counted(2))}).begin()->first.body, 3u);
}

TEST_F(WhatWasRecorded, IsInNanosecondsByTheProcesssClock) {
  ProcessSnapshot process = processWith(1, counted(10, 3000));
  process.secondsPerTick = 1.0 / 3e9;
  EXPECT_EQ(growthOf({process}).begin()->second.counts.sumTicks, 10'000u);
}

TEST_F(WhatWasRecorded, IsSavedAgainInANewDatabase) {
  EXPECT_EQ(callsOf({processWith(1, counted(10))}), 10u);
  ASSERT_TRUE(connection_->execute("DELETE FROM total; DELETE FROM segment"));
  baseline_.saveAllAgain();
  EXPECT_EQ(callsOf({processWith(1, counted(11))}), 1u);
  restart();
  EXPECT_EQ(callsOf({processWith(1, counted(11))}), 0u);
}

}  // namespace
}  // namespace assay::history
