// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/last_review.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_folder.h"

namespace assay::tool {
namespace {

Expected<std::optional<emit::review::EarlierReview>> readFrom(std::string_view text) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "review.json";
  std::ofstream(file) << text;
  return readLastReview(file);
}

TEST(LastReview, IsReadFromItsJson) {
  const auto last = readFrom(R"({"version": 1, "after": {"since": 10, "until": 20}, "versions": null,
    "functions": [{"id": "0x00000000000000ff", "name": "f", "standing": "worse",
                   "findings": [{"code": "slower"}, {"code": "slower"}, {}]}, {"id": "ff"}]})");
  ASSERT_TRUE(last && *last);
  EXPECT_EQ((*last)->after.until, 20);
  ASSERT_EQ((*last)->functions.size(), 1u);
  EXPECT_EQ((*last)->functions.at(255).codes, (std::set<std::string>{"slower"}));
  EXPECT_EQ((*last)->functions.at(255).standing, "worse");
}

TEST(LastReview, IsNoneWhereThereIsNoFile) {
  const auto last = readLastReview("/nowhere/review.json");
  ASSERT_TRUE(last);
  EXPECT_FALSE(*last) << "the first one";
}

TEST(LastReview, RefusesWhatIsNoneOfPeriods) {
  EXPECT_FALSE(readFrom("{"));
  EXPECT_FALSE(readFrom("[]"));
  EXPECT_FALSE(readFrom(R"({"version": 2, "after": {"since": 1, "until": 2}, "functions": []})"));
  EXPECT_FALSE(readFrom(R"({"version": 1, "functions": []})"));
  EXPECT_FALSE(readFrom(
      R"({"version": 1, "after": {"since": 1, "until": 2}, "versions": {"same": 1}, "functions": []})"));
}

}  // namespace
}  // namespace assay::tool
