// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/version_store.h"

#include <gtest/gtest.h>

#include "counted.h"
#include "history/schema.h"
#include "support/temporary_folder.h"

namespace assay::history {
namespace {

class Versions : public ::testing::Test {
 protected:
  Versions() {
    EXPECT_TRUE(createDatabase(folder_.path() / "h.db"));
    connection_ = openDatabase(folder_.path() / "h.db");
    store_ = VersionStore::open(*connection_);
  }

  test::TemporaryFolder folder_;
  Expected<Connection> connection_;
  Expected<VersionStore> store_;
};

TEST_F(Versions, AreNumberedByFunctionAndBody) {
  EXPECT_EQ(*store_->numberOf(versionOf(7, 1)), 1);
  EXPECT_EQ(*store_->numberOf(versionOf(7, 2)), 2);
  EXPECT_EQ(*store_->numberOf(versionOf(8, 1)), 3);
  EXPECT_EQ(*store_->numberOf(versionOf(7, 1)), 1);
  EXPECT_EQ(versionsIn(*connection_)->size(), 3u);
  const auto ofOne = *versionsIn(*connection_, 7);
  ASSERT_EQ(ofOne.size(), 2u);
  EXPECT_EQ(ofOne[1].number, 2);
  EXPECT_EQ(ofOne[1].version, versionOf(7, 2));
}

TEST_F(Versions, AreFoundByANewServer) {
  EXPECT_EQ(*store_->numberOf(versionOf(7, 1)), 1);
  store_->forget();
  EXPECT_EQ(*store_->numberOf(versionOf(7, 1)), 1);
}

TEST_F(Versions, KeepWhatAManifestSaidLast) {
  EXPECT_EQ(*store_->numberOf(versionOf(7, 1, "GPT-4")), 1);
  EXPECT_EQ(*store_->numberOf(versionOf(7, 1, "GPT-5")), 1);
  EXPECT_EQ(*store_->numberOf({.key = {7, 1}, .name = "f"}), 1) << "no manifest";
  store_->forget();
  EXPECT_EQ(*store_->numberOf({.key = {7, 1}, .name = "f"}), 1) << "no manifest";
  EXPECT_EQ((*versionsIn(*connection_))[0].version.model, "GPT-5");
}

TEST_F(Versions, TakeAnyText) {
  FunctionVersion hostile = versionOf(~std::uint64_t{0}, ~std::uint64_t{0});
  hostile.prompt = std::string("'); DROP TABLE version; --\0\xff", 29);
  ASSERT_TRUE(store_->numberOf(hostile));
  EXPECT_EQ((*versionsIn(*connection_))[0].version, hostile);
}

}  // namespace
}  // namespace assay::history
