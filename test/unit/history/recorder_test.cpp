// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/recorder.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/resource.h>

#include <chrono>
#include <fstream>

#include "counted.h"
#include "history/reader.h"
#include "history/schema.h"
#include "support/temporary_folder.h"

namespace assay::history {
namespace {

namespace fs = std::filesystem;
using telemetry::ProcessSnapshot;

constexpr Seconds kRecordedAt = 1'700'000'000;

// No file of this process can grow beyond the limit: what a full disk is to SQLite.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

class Recorded : public ::testing::Test {
 protected:
  Recorded() { open(); }

  void open() {
    recorder_.reset();
    auto opened = Recorder::open({file_, "here", *retentionOf("")}, said_);
    ASSERT_TRUE(opened) << opened.error().message;
    recorder_.emplace(*std::move(opened));
  }

  bool record(std::uint64_t calls, Seconds now = kRecordedAt) {
    const std::vector<ProcessSnapshot> processes = {processWith(1, counted(calls))};
    return recorder_->record(now, {processes, {}}, [](std::uint64_t id) { return versionOf(id); }, said_);
  }

  std::uint64_t callsRead() {
    auto reader = Reader::open(file_);
    if (!reader) return 0;
    const auto read = reader->read({0, kRecordedAt * 2});
    std::uint64_t calls = 0;
    if (read)
      for (const VersionCounts& version : *read) calls += version.counts.calls;
    return calls;
  }

  void spoil(const fs::path& file, std::streamoff from, std::size_t count) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(from);
    stream << std::string(count, 'x');
  }

  test::TemporaryFolder folder_;
  fs::path file_ = folder_.path() / "state/history.db";
  std::optional<Recorder> recorder_;
  Diagnostics said_;
};

TEST_F(Recorded, IsNotTwice) {
  EXPECT_TRUE(record(10));
  EXPECT_TRUE(record(15, kRecordedAt + 10));
  EXPECT_EQ(callsRead(), 15u);
  open();
  EXPECT_EQ(recorder_->takeRestored().at(0).sites.at(0).calls, 15u);
  EXPECT_TRUE(record(16, kRecordedAt + 20));
  EXPECT_EQ(callsRead(), 16u);
  EXPECT_FALSE(said_.hasErrors());
}

TEST_F(Recorded, UpToAMomentThatIsRemembered) {
  EXPECT_EQ(recorder_->recordedBefore(), std::nullopt);
  EXPECT_TRUE(record(5));
  open();
  const auto first = recorder_->recordedBefore();
  const auto now = std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count();
  EXPECT_GT(first, now - std::chrono::nanoseconds(std::chrono::hours(1)).count());
  EXPECT_LE(first, now);
  EXPECT_TRUE(record(5)) << "nothing new is something, too";
  open();
  EXPECT_GT(recorder_->recordedBefore(), first);
  recorder_.reset();
  {
    auto connection = Connection::open(file_, OpenMode::Write);
    ASSERT_TRUE(connection && connection->execute("DROP TABLE recorded"));
  }
  open();
  EXPECT_EQ(recorder_->recordedBefore(), std::nullopt) << "as a version wrote it that had no such table";
  EXPECT_TRUE(record(6));
  open();
  EXPECT_GT(recorder_->recordedBefore(), first);
}

TEST_F(Recorded, ByOneAtATime) {
  Diagnostics said;
  const auto second = Recorder::open({file_, "here", *retentionOf("")}, said);
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message, testing::HasSubstr("another"));
}

TEST_F(Recorded, LaterWhenTheDiskIsFull) {
  EXPECT_TRUE(record(10));
  {
    const FullDisk disk(1);
    EXPECT_FALSE(record(20, kRecordedAt + 10));
    EXPECT_FALSE(record(30, kRecordedAt + 20));
  }
  ASSERT_EQ(said_.all().size(), 2u);
  EXPECT_EQ(said_.all()[0].id, "assay-history-001");
  EXPECT_EQ(callsRead(), 10u) << "what was recorded is there";
  EXPECT_TRUE(record(35, kRecordedAt + 30));
  EXPECT_EQ(callsRead(), 35u) << "nothing is lost";
  open();
  EXPECT_TRUE(record(35, kRecordedAt + 40));
  EXPECT_EQ(callsRead(), 35u) << "or counted twice";
}

TEST_F(Recorded, AnywhereThatADiskGetsFull) {
  std::uint64_t calls = 1;
  int failures = 0;
  for (rlim_t bytes = 4096; bytes < 120'000; bytes += 4096, ++calls) {
    const FullDisk disk(bytes);
    failures += record(calls, kRecordedAt + static_cast<Seconds>(calls) * 10) ? 0 : 1;
  }
  EXPECT_GT(failures, 0);
  EXPECT_TRUE(record(calls, kRecordedAt + 10'000));
  EXPECT_EQ(callsRead(), calls);
}

TEST_F(Recorded, IntoANewDatabaseWhenTheOldIsNone) {
  EXPECT_TRUE(record(10));
  recorder_.reset();
  spoil(file_, 0, 100);
  open();
  ASSERT_EQ(said_.all().size(), 1u);
  EXPECT_EQ(said_.all()[0].id, "assay-history-002");
  EXPECT_TRUE(fs::exists(file_.string() + ".damaged-1"));
  EXPECT_TRUE(record(12));
  EXPECT_EQ(callsRead(), 12u);
}

TEST_F(Recorded, IntoANewDatabaseWhenItIsDamagedMeanwhile) {
  EXPECT_TRUE(record(10));
  recorder_.reset();
  open();
  fs::remove(file_.string() + "-wal");
  spoil(file_, 4096, fs::file_size(file_) - 4096);
  EXPECT_TRUE(record(12));
  ASSERT_EQ(said_.all().size(), 1u) << said_.all().size();
  EXPECT_EQ(said_.all()[0].id, "assay-history-002");
  EXPECT_EQ(callsRead(), 2u) << "what came since; the rest is in the old one";
  open();
  EXPECT_TRUE(record(12));
  EXPECT_EQ(callsRead(), 2u);
}

TEST_F(Recorded, IntoANewDatabaseWhenItIsDeletedMeanwhile) {
  EXPECT_TRUE(record(10));
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(file_.string() + suffix);
  EXPECT_TRUE(record(12));
  EXPECT_EQ(callsRead(), 2u);
  open();
  EXPECT_TRUE(record(13));
  EXPECT_EQ(callsRead(), 3u);
}

TEST_F(Recorded, NotIntoOneOfANewerVersion) {
  recorder_.reset();
  {
    auto connection = Connection::open(file_, OpenMode::Write);
    ASSERT_TRUE(connection->execute("PRAGMA user_version = 99"));
  }
  const std::string before = folder_.read("state/history.db");
  Diagnostics said;
  const auto opened = Recorder::open({file_, "here", *retentionOf("")}, said);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, testing::HasSubstr("newer version"));
  EXPECT_EQ(folder_.read("state/history.db"), before);
  EXPECT_FALSE(fs::exists(file_.string() + "-wal"));
}

TEST_F(Recorded, NotIntoAnotherProgramsDatabase) {
  const fs::path other = folder_.path() / "other.db";
  {
    auto connection = Connection::open(other, OpenMode::Create);
    ASSERT_TRUE(connection->execute("CREATE TABLE t(a)"));
  }
  EXPECT_FALSE(Recorder::open({other, "here", *retentionOf("")}, said_));
}

TEST_F(Recorded, NowhereWhereNothingCanBe) {
  const auto opened =
      Recorder::open({folder_.write("f", "") / "history.db", "here", *retentionOf("")}, said_);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, testing::HasSubstr("folder"));
}

}  // namespace
}  // namespace assay::history
