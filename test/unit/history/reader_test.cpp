// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/reader.h"

#include <gmock/gmock.h>

#include "counted.h"
#include "history/growth.h"
#include "history/recorder.h"
#include "support/temporary_folder.h"
#include "telemetry/quantile.h"

namespace assay::history {
namespace {

using telemetry::ProcessSnapshot;

constexpr Seconds kStart = 20'000 * Seconds{86400};

class HistoryRead : public ::testing::Test {
 protected:
  HistoryRead() {
    Diagnostics said;
    recorder_.emplace(*Recorder::open({file_, "here", *retentionOf("")}, said));
  }

  // Another process at each time, so that bodies may differ.
  void record(Seconds time, std::uint64_t calls, std::uint64_t body = 1) {
    processes_.push_back(processWith(++pid_, counted(calls)));
    Diagnostics said;
    EXPECT_TRUE(recorder_->record(
        time, {processes_, {}},
        [&](std::uint64_t id) { return versionOf(id, body, "model " + std::to_string(body)); }, said));
  }

  test::TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "history.db";
  std::optional<Recorder> recorder_;
  std::vector<ProcessSnapshot> processes_;
  std::uint32_t pid_ = 0;
};

TEST_F(HistoryRead, IsSummedByVersion) {
  record(kStart, 10);
  record(kStart + 100, 5);
  record(kStart + 200, 3, 2);
  auto reader = *Reader::open(file_);
  const auto read = *reader.read({kStart, kStart + 1000});
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[0].counts.calls, 15u);
  EXPECT_EQ(read[0].version.model, "model 1");
  EXPECT_EQ(read[0].firstWindow, kStart);
  EXPECT_EQ(read[1].counts.calls, 3u);
  EXPECT_EQ(read[1].version.key.body, 2u);
  EXPECT_NEAR(telemetry::quantile(read[0].counts.histogram, 0.5, 1e9), 1000, 125);
  EXPECT_EQ(read[0].counts.sizes[vocabulary::sizeBucketOf(5)].calls, 15u);
}

TEST_F(HistoryRead, HasThePeriodThatIsAsked) {
  record(kStart, 10);
  record(kStart + 100, 5);
  record(kStart + 200, 3);
  auto reader = *Reader::open(file_);
  EXPECT_EQ(reader.read({kStart + 100, kStart + 110})->at(0).counts.calls, 5u);
  EXPECT_EQ(reader.read({kStart + 10, kStart + 300})->at(0).counts.calls, 8u);
  EXPECT_TRUE(reader.read({kStart + 10, kStart + 90})->empty());
  EXPECT_EQ(*reader.known(), (Period{kStart, kStart + 210}));
}

TEST_F(HistoryRead, ShowsTheCourse) {
  for (Seconds minute = 0; minute < 10; ++minute) record(kStart + minute * 60 + 30, 1, minute < 5 ? 1 : 2);
  auto reader = *Reader::open(file_);
  const Course course = *reader.course(7, {kStart, kStart + 600}, 120);
  ASSERT_EQ(course.versions.size(), 2u);
  ASSERT_EQ(course.windows.size(), 6u);
  std::uint64_t calls = 0;
  for (const Window& window : course.windows) {
    EXPECT_EQ(window.width, 120);
    EXPECT_EQ(window.start % 120, 0);
    calls += window.counts.calls;
  }
  EXPECT_EQ(calls, 10u);
  EXPECT_EQ(course.windows[2].version, 0u);
  EXPECT_EQ(course.windows[3].version, 1u) << "both have calls in that window";
  EXPECT_TRUE(reader.course(8, {kStart, kStart + 600}, 120)->windows.empty());
}

TEST_F(HistoryRead, GoesThroughAllFunctionsStepByStep) {
  for (Seconds minute = 0; minute < 10; ++minute) record(kStart + 60 + minute * 60, 1, minute < 5 ? 1 : 2);
  struct Seen {
    Seconds start;
    std::uint64_t body, calls;
    bool operator==(const Seen&) const = default;
  };
  std::vector<Seen> seen;
  auto reader = *Reader::open(file_);
  const auto visit = [&](const FunctionVersion& version, Seconds start, const telemetry::SiteCounts& counts) {
    seen.push_back({start, version.key.body, counts.calls});
  };
  ASSERT_TRUE(reader.eachWindow({kStart + 60, kStart + 600}, 180, visit));
  EXPECT_EQ(seen, (std::vector<Seen>{
                      {kStart + 60, 1, 3}, {kStart + 240, 1, 2}, {kStart + 240, 2, 1}, {kStart + 420, 2, 3}}))
      << "steps begin with the period, and the last minute is not in it";
  seen.clear();
  ASSERT_TRUE(reader.eachWindow({kStart - 600, kStart}, 60, visit));
  EXPECT_TRUE(seen.empty());
}

TEST_F(HistoryRead, HasWiderWindowsOfWhatIsLongAgo) {
  record(kStart + 30, 4);
  record(kStart + 10 * 86400, 1);
  auto reader = *Reader::open(file_);
  const Course course = *reader.course(7, {kStart, kStart + 60}, 10);
  ASSERT_EQ(course.windows.size(), 1u);
  EXPECT_EQ(course.windows[0].width, 3600);
  EXPECT_EQ(course.windows[0].counts.calls, 4u);
}

TEST_F(HistoryRead, WhileItIsRecorded) {
  record(kStart, 1);
  auto reader = *Reader::open(file_);
  EXPECT_EQ(reader.read({0, kStart * 2})->at(0).counts.calls, 1u);
  record(kStart, 2);
  EXPECT_EQ(reader.read({0, kStart * 2})->at(0).counts.calls, 3u);
}

TEST_F(HistoryRead, AsAKilledServerLeftIt) {
  record(kStart, 10);
  const std::filesystem::path left = folder_.path() / "left";
  std::filesystem::create_directory(left);
  for (const char* suffix : {"", "-wal"})
    std::filesystem::copy(file_.string() + suffix, (left / "history.db").string() + suffix);
  auto reader = *Reader::open(left / "history.db");
  EXPECT_EQ(reader.read({0, kStart * 2})->at(0).counts.calls, 10u);
}

TEST(History, ThatIsNoneIsSaid) {
  const test::TemporaryFolder folder;
  EXPECT_THAT(Reader::open(folder.path() / "none").error().message, testing::HasSubstr("no history"));
  EXPECT_FALSE(Reader::open(folder.write("text", "not a database")));
}

}  // namespace
}  // namespace assay::history
