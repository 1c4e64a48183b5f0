// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/window_store.h"

#include <gtest/gtest.h>

#include "counted.h"
#include "history/counts_blob.h"
#include "history/schema.h"
#include "support/temporary_folder.h"

namespace assay::history {
namespace {

constexpr Seconds kMidnight = 20'000 * Seconds{86400};

class Windows : public ::testing::Test {
 protected:
  Windows() {
    EXPECT_TRUE(createDatabase(folder_.path() / "h.db"));
    connection_ = openDatabase(folder_.path() / "h.db");
    store_ = WindowStore::open(*connection_);
  }

  void add(Seconds time, std::uint64_t calls, std::int64_t version = 1) {
    auto transaction = Transaction::begin(*connection_);
    ASSERT_TRUE(store_->add(time, {version, 1}, counted(calls)));
    ASSERT_TRUE(store_->finish(time, retention_));
    ASSERT_TRUE(transaction->commit());
  }

  // Calls of all windows of a level, as "start:calls" from midnight.
  std::string level(std::size_t which) {
    auto rows = connection_->prepare(std::string("SELECT start, counts FROM ") + kLevels[which].table +
                                     " ORDER BY start");
    std::string text;
    rows->start();
    while (*rows->next())
      text += std::to_string(rows->number(0) - kMidnight) + ":" +
              std::to_string(countsOf(rows->text(1))->calls) + " ";
    return text;
  }

  test::TemporaryFolder folder_;
  Expected<Connection> connection_;
  Expected<WindowStore> store_;
  Retention retention_ = *retentionOf("");
};

TEST_F(Windows, OfTenSecondsAddUp) {
  add(kMidnight + 3, 1);
  add(kMidnight + 9, 2);
  add(kMidnight + 10, 4);
  EXPECT_EQ(level(0), "0:3 10:4 ");
  EXPECT_EQ(level(1), "");
}

TEST_F(Windows, BecomeWiderOnesOnceTheyAreOver) {
  add(kMidnight + 5, 1);
  add(kMidnight + 59, 2);
  EXPECT_EQ(level(1), "");
  add(kMidnight + 61, 4);
  EXPECT_EQ(level(1), "0:3 ");
  add(kMidnight + 3600, 8);
  EXPECT_EQ(level(1), "0:3 60:4 ");
  EXPECT_EQ(level(2), "0:7 ");
  add(kMidnight + 86400, 16);
  EXPECT_EQ(level(3), "0:15 ");
}

TEST_F(Windows, OfVersionsAndHostsStayApart) {
  add(kMidnight, 1, 1);
  add(kMidnight, 2, 2);
  ASSERT_TRUE(store_->add(kMidnight, {1, 2}, counted(4)));
  add(kMidnight + 60, 8);
  EXPECT_EQ(level(1), "0:1 0:4 0:2 ");
}

TEST_F(Windows, OfAServerThatWasAwayAreMadeLater) {
  add(kMidnight + 5, 1);
  store_ = WindowStore::open(*connection_);
  add(kMidnight + 3 * 86400 + 70, 2);
  EXPECT_EQ(level(1), "") << "minutes are kept for a day";
  EXPECT_EQ(level(2), "0:1 ");
  EXPECT_EQ(level(3), "0:1 ");
}

TEST_F(Windows, OfAClockThatIsSetBackAreInAllLevels) {
  add(kMidnight + 7200, 1);
  add(kMidnight + 7300, 2);
  add(kMidnight + 5000, 4);
  EXPECT_EQ(level(0), "5000:4 7200:1 7300:2 ");
  EXPECT_EQ(level(1), "4980:4 7200:1 ");
  EXPECT_EQ(level(2), "3600:4 ");
}

TEST_F(Windows, GoWhenTheirTimeIsOverAndWiderOnesStay) {
  retention_ = *retentionOf("10s=2min,1min=2h,1h=2d,1d=3d");
  for (Seconds day = 0; day < 6; ++day) add(kMidnight + day * 86400, 1);
  EXPECT_EQ(level(0), "432000:1 ");
  EXPECT_EQ(level(1), "") << "the last minute is not over";
  EXPECT_EQ(level(2), "259200:1 345600:1 ");
  EXPECT_EQ(level(3), "172800:1 259200:1 345600:1 ");
}

TEST_F(Windows, AreCountedOnceHoweverTheyAreCovered) {
  retention_ = *retentionOf("10s=2min,1min=2h,1h=2d,1d=730d");
  std::uint64_t calls = 0;
  for (Seconds time = 0; time < 5 * 86400; time += 977) {
    add(kMidnight + time, 1);
    ++calls;
  }
  std::uint64_t read = 0;
  for (const Range& range : cover({0, kMidnight + 10 * 86400}, *keptIn(*connection_))) {
    auto rows = connection_->prepare(std::string("SELECT counts FROM ") + kLevels[range.level].table +
                                     " WHERE start >= ? AND start < ?");
    rows->start(range.period.since, range.period.until);
    while (*rows->next()) read += countsOf(rows->text(0))->calls;
  }
  EXPECT_EQ(read, calls);
}

}  // namespace
}  // namespace assay::history
