// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/collector.h"

#include <gtest/gtest.h>

#include "history/reader.h"
#include "support/segment_image.h"
#include "support/temporary_folder.h"

namespace assay::serve {
namespace {

namespace fs = std::filesystem;

constexpr history::Seconds kCollectedAt = 1'700'000'000;

std::string segmentOf(std::uint32_t pid, int calls, std::uint64_t started = 1) {
  test::SegmentImage image;
  image.header.pid = pid;
  image.header.startRealtime = started;
  const auto shard = image.addShard(image.addSite(7, "f"));
  for (int i = 0; i < calls; ++i) image.call(shard, 100);
  return image.bytes();
}

class Collected : public ::testing::Test {
 protected:
  Collected() { restart(); }

  // Another server, on the same history.
  void restart() {
    collector_.reset();
    collector_.emplace(folder_.path() / "segments");
    auto recorder = history::Recorder::open({history_, "here", *history::retentionOf("")}, said_);
    ASSERT_TRUE(recorder);
    collector_->recordInto(*std::move(recorder));
  }

  void step() {
    ASSERT_TRUE(collector_->collect(said_));
    collector_->record(
        now_ += 10, [](std::uint64_t id) { return history::FunctionVersion{.key = {id, 1}}; }, said_);
  }

  std::uint64_t calls() {
    std::uint64_t calls = 0;
    for (const auto& process : collector_->processes())
      for (const auto& site : process.sites) calls += site.calls;
    return calls;
  }

  std::uint64_t recorded() {
    const auto read = history::Reader::open(history_)->read({0, kCollectedAt * 2});
    return read->empty() ? 0 : read->front().counts.calls;
  }

  fs::path write(const std::string& name, const std::string& bytes) {
    return folder_.write("segments/" + name, bytes);
  }

  test::TemporaryFolder folder_;
  fs::path history_ = folder_.path() / "history.db";
  std::optional<Collector> collector_;
  history::Seconds now_ = kCollectedAt;
  Diagnostics said_;
};

TEST_F(Collected, IsRecordedAsItGrows) {
  write("1.assayseg", segmentOf(1, 5));
  step();
  write("2.assayseg", segmentOf(2, 3));
  step();
  EXPECT_EQ(calls(), 8u);
  EXPECT_EQ(recorded(), 8u);
}

TEST_F(Collected, GoesOnAfterARestart) {
  const fs::path first = write("1.assayseg", segmentOf(1, 5));
  write("2.assayseg", segmentOf(2, 3));
  step();
  fs::remove(first);
  restart();
  EXPECT_EQ(calls(), 8u) << "before anything is read";
  step();
  EXPECT_EQ(calls(), 8u) << "what is gone is remembered";
  restart();
  write("3.assayseg", segmentOf(3, 1));
  step();
  EXPECT_EQ(calls(), 9u);
  EXPECT_EQ(recorded(), 9u);
}

TEST_F(Collected, HasWhatIsReadBetweenTwoRecordsAndThenGone) {
  const fs::path first = write("1.assayseg", segmentOf(1, 5));
  step();
  fs::remove(first);
  const fs::path second = write("2.assayseg", segmentOf(2, 3));
  ASSERT_TRUE(collector_->collect(said_));
  fs::remove(second);
  step();
  EXPECT_EQ(calls(), 8u);
  EXPECT_EQ(recorded(), 8u);
}

TEST_F(Collected, CountsOnceAProcessThatReplacedItselfByTheSameProgram) {
  write("1-1.assayseg", segmentOf(1, 5, 1));
  step();
  write("1-2.assayseg", segmentOf(1, 3, 2));
  step();
  step();
  EXPECT_EQ(calls(), 8u);
  EXPECT_EQ(recorded(), 8u);
}

TEST_F(Collected, HasOneForEachProcessAndOneForEachSegment) {
  write("1-1.assayseg", segmentOf(1, 5, 1));
  write("1-2.assayseg", segmentOf(1, 3, 2));
  const fs::path gone = write("2.assayseg", segmentOf(2, 3));
  step();
  EXPECT_EQ(collector_->parts().size(), 3u);
  EXPECT_EQ(collector_->processes().size(), 2u);
  fs::remove(gone);
  step();
  EXPECT_EQ(collector_->parts().size(), 3u) << "one is a sum";
  EXPECT_EQ(collector_->processes().size(), 2u);
}

TEST_F(Collected, MeasuresRates) {
  const auto start = Collector::Clock::now();
  write("1.assayseg", segmentOf(1, 5));
  step();
  collector_->measureRates(start);
  EXPECT_TRUE(collector_->rates().empty());
  write("2.assayseg", segmentOf(2, 30));
  step();
  collector_->measureRates(start + std::chrono::seconds(10));
  EXPECT_DOUBLE_EQ(collector_->rates().at(7), 3.0);
  collector_->measureRates(start + std::chrono::seconds(20));
  EXPECT_DOUBLE_EQ(collector_->rates().at(7), 0.0);
}

TEST(Collector, NeedsNoHistory) {
  const test::TemporaryFolder folder;
  folder.write("1.assayseg", segmentOf(1, 5));
  Collector collector(folder.path());
  Diagnostics said;
  EXPECT_FALSE(collector.records());
  ASSERT_TRUE(collector.collect(said));
  collector.record(kCollectedAt, [](std::uint64_t) { return history::FunctionVersion{}; }, said);
  EXPECT_EQ(collector.parts().size(), 1u);
  EXPECT_TRUE(said.all().empty());
}

}  // namespace
}  // namespace assay::serve
