// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/fragment.h"

#include <gtest/gtest.h>

namespace assay::model {
namespace {

TEST(Shard, IsReadFromItsText) {
  EXPECT_EQ(shardOf("1/1"), (Shard{1, 1}));
  EXPECT_EQ(shardOf("2/3"), (Shard{2, 3}));
  EXPECT_EQ(shardOf("9999/9999"), (Shard{9999, 9999}));
  EXPECT_EQ(textOf(Shard{2, 3}), "2/3");
}

TEST(Shard, HasNoOtherForm) {
  for (const char* text : {"", "/", "1", "1/", "/1", "0/3", "4/3", "1/0", "1/10000", "-1/3", "+1/3", " 1/3",
                           "1/3 ", "1/3/3", "a/b", "1.0/3", "1/99999999999"})
    EXPECT_EQ(shardOf(text), std::nullopt) << text;
}

TEST(Shard, EveryFileBelongsToExactlyOne) {
  for (const unsigned count : {1U, 2U, 3U, 7U, 50U}) {
    std::vector<unsigned> sizes(count);
    for (int file = 0; file < 2000; ++file) {
      const std::string path = "src/file" + std::to_string(file) + ".cc";
      unsigned owners = 0;
      for (unsigned index = 1; index <= count; ++index)
        if (owns({index, count}, path)) {
          ++owners;
          ++sizes[index - 1];
        }
      EXPECT_EQ(owners, 1U) << path;
    }
    for (const unsigned size : sizes) EXPECT_GT(size, 2000 / count / 3);
  }
}

// Parts are made by different machines, and perhaps by different releases: the rule may not change.
TEST(Shard, TheOwnerOfAPathNeverChanges) {
  EXPECT_TRUE(owns({1, 1}, "src/a.cc"));
  unsigned owner = 0;
  for (unsigned index = 1; index <= 100; ++index)
    if (owns({index, 100}, "src/a.cc")) owner = index;
  EXPECT_EQ(owner, 7U);
}

}  // namespace
}  // namespace assay::model
