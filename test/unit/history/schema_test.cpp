// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/schema.h"

#include <gtest/gtest.h>

#include "history/levels.h"
#include "support/temporary_folder.h"

namespace assay::history {
namespace {

namespace fs = std::filesystem;

TEST(Schema, IsMadeWholeAndPrivate) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "state/history.db";
  ASSERT_TRUE(createDatabase(file));
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  auto connection = openDatabase(file);
  ASSERT_TRUE(connection);
  for (const Level& level : kLevels)
    EXPECT_EQ(*connection->ask(std::string("SELECT COUNT(*) FROM ") + level.table), 0);
  EXPECT_EQ(*connection->ask("SELECT COUNT(*) FROM total"), 0);
  EXPECT_EQ(fs::status(file.string() + "-wal").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Schema, TakesNoNoticeOfWhatAKilledOneLeft) {
  const test::TemporaryFolder folder;
  folder.write("history.db.new", "half a database");
  folder.write("history.db-wal", "the log of one that was deleted");
  ASSERT_TRUE(createDatabase(folder.path() / "history.db"));
  EXPECT_FALSE(fs::exists(folder.path() / "history.db.new"));
  EXPECT_FALSE(fs::exists(folder.path() / "history.db-wal"));
  EXPECT_TRUE(openDatabase(folder.path() / "history.db"));
}

TEST(Schema, LeavesNothingWhereItCannotBeMade) {
  const test::TemporaryFolder folder;
  const fs::path inTheWay = folder.write("file", "");
  EXPECT_FALSE(createDatabase(inTheWay / "history.db"));
  fs::create_directory(folder.path() / "history.db");
  EXPECT_FALSE(createDatabase(folder.path() / "history.db"));
  EXPECT_FALSE(fs::exists(folder.path() / "history.db.new"));
}

}  // namespace
}  // namespace assay::history
