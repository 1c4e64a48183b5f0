// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/database_file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "history/schema.h"
#include "support/temporary_folder.h"

namespace assay::history {
namespace {

namespace fs = std::filesystem;

class FileOfADatabase : public ::testing::Test {
 protected:
  void execute(const char* sql) {
    auto connection = Connection::open(file_, OpenMode::Create);
    ASSERT_TRUE(connection);
    ASSERT_TRUE(connection->execute(sql));
  }

  test::TemporaryFolder folder_;
  fs::path file_ = folder_.path() / "history.db";
};

// Of another process, which locks of this one keep out.
bool mayWrite(const fs::path& file) {
  const pid_t child = ::fork();
  if (child == 0) {
    auto other = Connection::open(file, OpenMode::Write);
    ::_exit(other && other->execute("BEGIN EXCLUSIVE") ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// POSIX takes all of a process's locks on a file away when it closes any descriptor of it.
TEST_F(FileOfADatabase, IsLookedAtWithoutTakingAwayItsLocks) {
  ASSERT_TRUE(createDatabase(file_));
  auto connection = Connection::open(file_, OpenMode::Write);
  ASSERT_TRUE(connection && connection->execute("PRAGMA journal_mode = DELETE"));
  ASSERT_TRUE(connection->execute("BEGIN EXCLUSIVE"));
  ASSERT_FALSE(mayWrite(file_));
  EXPECT_EQ(kindOf(file_), FileKind::Ours);
  EXPECT_FALSE(mayWrite(file_));
}

TEST_F(FileOfADatabase, IsToldByWhatSqliteSaysOfIt) {
  EXPECT_EQ(kindOf(file_), FileKind::Missing);
  folder_.write("history.db", "");
  EXPECT_EQ(kindOf(file_), FileKind::Missing);
  folder_.write("history.db", "some text");
  EXPECT_EQ(kindOf(file_), FileKind::Damaged);
  folder_.write("history.db", std::string(8192, '\0'));
  EXPECT_EQ(kindOf(file_), FileKind::Damaged);
  fs::remove(file_);
  execute("CREATE TABLE t(a)");
  EXPECT_EQ(kindOf(file_), FileKind::Foreign);
  fs::remove(file_);
  ASSERT_TRUE(createDatabase(file_));
  EXPECT_EQ(kindOf(file_), FileKind::Ours);
  execute("PRAGMA user_version = 2");
  EXPECT_EQ(kindOf(file_), FileKind::Newer);
}

TEST_F(FileOfADatabase, MayHaveAnyName) {
  file_ = folder_.path() / "a b?c#d%41\xFF:&e.db";
  ASSERT_TRUE(createDatabase(file_));
  EXPECT_EQ(kindOf(file_), FileKind::Ours);
}

TEST_F(FileOfADatabase, IsPrivateAndSoIsItsFolder) {
  const fs::path file = folder_.path() / "a/b/history.db";
  ASSERT_TRUE(makeFolderOf(file));
  ASSERT_TRUE(makePrivateFile(file));
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(fs::status(file.parent_path()).permissions(), fs::perms::owner_all);
  EXPECT_FALSE(makePrivateFile(file)) << "there is one";
  EXPECT_TRUE(makeFolderOf(file));
  EXPECT_FALSE(makeFolderOf(file / "below a file/history.db"));
}

TEST_F(FileOfADatabase, IsPutAsideWithWhatIsBesideIt) {
  for (int number = 1; number < 3; ++number) {
    folder_.write("history.db", "content");
    folder_.write("history.db-wal", "log");
    const auto aside = putAside(file_);
    ASSERT_TRUE(aside);
    EXPECT_EQ(aside->filename(), "history.db.damaged-" + std::to_string(number));
    EXPECT_EQ(folder_.read(aside->filename().string()), "content");
    EXPECT_EQ(folder_.read(aside->filename().string() + "-wal"), "log");
    EXPECT_FALSE(fs::exists(file_));
  }
  EXPECT_FALSE(putAside(file_)) << "there is none";
}

TEST_F(FileOfADatabase, HasOneWriter) {
  {
    const auto lock = WriterLock::take(file_);
    ASSERT_TRUE(lock);
    const auto second = WriterLock::take(file_);
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().message.find("another"), std::string::npos);
  }
  EXPECT_TRUE(WriterLock::take(file_));
}

}  // namespace
}  // namespace assay::history
