// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/totals_store.h"

#include <gtest/gtest.h>

#include "counted.h"
#include "history/counts_blob.h"
#include "history/schema.h"
#include "support/temporary_folder.h"

namespace assay::history {
namespace {

class Totals : public ::testing::Test {
 protected:
  Totals() {
    EXPECT_TRUE(createDatabase(folder_.path() / "h.db"));
    connection_ = openDatabase(folder_.path() / "h.db");
    store_ = TotalsStore::open(*connection_);
  }

  test::TemporaryFolder folder_;
  Expected<Connection> connection_;
  Expected<TotalsStore> store_;
};

TEST_F(Totals, ComeBackAsTheyWere) {
  telemetry::ProcessSnapshot process = processWith(42, counted(5));
  process.program = "/bin/\xff";
  process.processStart = 9;
  process.startRealtime = 1'700'000'000'000'000'000;
  process.secondsPerTick = 1.0 / 3;
  process.lostCalls = 3;
  const SegmentKey key = keyOf(process, 0);
  const auto number = store_->saveHead(key, process);
  ASSERT_TRUE(number);
  ASSERT_TRUE(store_->saveSite(*number, {~std::uint64_t{0}, true, 11, "f", countsBlob(counted(5))}));
  const auto loaded = store_->load();
  ASSERT_EQ(loaded->size(), 1u);
  const StoredSegment& segment = loaded->front();
  EXPECT_EQ(segment.key, key);
  EXPECT_EQ(keyOf(segment.head, 0), key);
  EXPECT_EQ(segment.head.program, process.program);
  EXPECT_EQ(segment.head.secondsPerTick, 1.0 / 3);
  EXPECT_EQ(segment.head.lostCalls, 3u);
  EXPECT_EQ(segment.head.files.front().path, "/segments/42");
  ASSERT_EQ(segment.sites.size(), 1u);
  EXPECT_EQ(segment.sites[0].function, ~std::uint64_t{0});
  EXPECT_TRUE(segment.sites[0].entryOnly);
  EXPECT_EQ(segment.sites[0].body, 11u);
  EXPECT_EQ(segment.sites[0].counts, countsBlob(counted(5)));
}

TEST_F(Totals, AreReplaced) {
  const auto process = processWith(1, counted(5));
  const auto number = *store_->saveHead(keyOf(process, 0), process);
  EXPECT_EQ(*store_->saveHead(keyOf(process, 0), process), number);
  ASSERT_TRUE(store_->saveSite(number, {7, false, 1, "f", countsBlob(counted(5))}));
  ASSERT_TRUE(store_->saveSite(number, {7, false, 1, "f", countsBlob(counted(6))}));
  const auto loaded = *store_->load();
  ASSERT_EQ(loaded.at(0).sites.size(), 1u);
  EXPECT_EQ(loaded[0].sites[0].counts, countsBlob(counted(6)));
}

TEST_F(Totals, OfWhatIsGoneAreSumsApart) {
  const telemetry::ProcessSnapshot sum;
  const auto first = *store_->saveHead(keyOf(sum, 0), sum);
  EXPECT_NE(*store_->saveHead(keyOf(sum, 1), sum), first);
  EXPECT_TRUE(store_->load()->at(0).head.files.empty());
}

TEST_F(Totals, AreForgotten) {
  const auto process = processWith(1, counted(5));
  const auto number = *store_->saveHead(keyOf(process, 0), process);
  ASSERT_TRUE(store_->saveSite(number, {7, false, 1, "f", countsBlob(counted(5))}));
  ASSERT_TRUE(store_->forget(number));
  EXPECT_TRUE(store_->load()->empty());
  EXPECT_EQ(*connection_->ask("SELECT COUNT(*) FROM total"), 0);
}

}  // namespace
}  // namespace assay::history
