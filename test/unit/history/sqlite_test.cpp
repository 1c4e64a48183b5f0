// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/sqlite.h"

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace assay::history {
namespace {

class SqliteFile : public ::testing::Test {
 protected:
  SqliteFile() : connection_(*Connection::open(folder_.path() / "x.db", OpenMode::Create)) {
    EXPECT_TRUE(connection_.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b)"));
  }

  test::TemporaryFolder folder_;
  Connection connection_;
};

TEST_F(SqliteFile, GivesBackWhatWasBound) {
  auto insert = *connection_.prepare("INSERT INTO t VALUES(?, ?)");
  ASSERT_TRUE(insert.run(1, ~std::uint64_t{0}));
  ASSERT_TRUE(insert.run(2, 0.1));
  ASSERT_TRUE(insert.run(3, std::string("a\0b", 3)));
  ASSERT_TRUE(insert.run(4, Blob{std::string_view("\xff\0", 2)}));
  ASSERT_TRUE(insert.run(5, std::string()));
  auto rows = *connection_.prepare("SELECT b FROM t ORDER BY a");
  rows.start();
  ASSERT_TRUE(*rows.next());
  EXPECT_EQ(rows.bits(0), ~std::uint64_t{0});
  ASSERT_TRUE(*rows.next());
  EXPECT_EQ(rows.real(0), 0.1);
  ASSERT_TRUE(*rows.next());
  EXPECT_EQ(rows.text(0), std::string_view("a\0b", 3));
  ASSERT_TRUE(*rows.next());
  EXPECT_EQ(rows.text(0), std::string_view("\xff\0", 2));
  ASSERT_TRUE(*rows.next());
  EXPECT_EQ(rows.text(0), "");
  EXPECT_FALSE(*rows.next());
}

TEST_F(SqliteFile, SaysWhatIsWrongAndWhere) {
  const auto statement = connection_.prepare("SELECT nonsense");
  ASSERT_FALSE(statement);
  EXPECT_NE(statement.error().message.find("nonsense"), std::string::npos);
  EXPECT_EQ(statement.error().where.file, (folder_.path() / "x.db").string());
  EXPECT_FALSE(isDamage(statement.error()));
  auto twice = *connection_.prepare("INSERT INTO t VALUES(1, 1)");
  EXPECT_TRUE(twice.run());
  EXPECT_FALSE(twice.run());
}

TEST_F(SqliteFile, ATransactionIsWholeOrNothing) {
  {
    const auto unfinished = *Transaction::begin(connection_);
    ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES(1, 1)"));
  }
  EXPECT_EQ(*connection_.ask("SELECT COUNT(*) FROM t"), 0);
  auto finished = *Transaction::begin(connection_);
  ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES(1, 1)"));
  ASSERT_TRUE(finished.commit());
  EXPECT_EQ(*connection_.ask("SELECT COUNT(*) FROM t"), 1);
}

TEST_F(SqliteFile, KnowsDamage) {
  const auto file = folder_.write("no.db", std::string(5000, 'x'));
  auto damaged = *Connection::open(file, OpenMode::Read);
  const auto asked = damaged.ask("SELECT 1 FROM t");
  ASSERT_FALSE(asked);
  EXPECT_TRUE(isDamage(asked.error()));
}

TEST_F(SqliteFile, IsNotMadeUnlessAsked) {
  EXPECT_FALSE(Connection::open(folder_.path() / "none.db", OpenMode::Write));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "none.db"));
}

}  // namespace
}  // namespace assay::history
