// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/reviewed_functions.h"

#include <gtest/gtest.h>

#include "fuzz/review_properties.h"
#include "support/file.h"

namespace assay::tool {
namespace {

TEST(ReviewedFunctions, AreThoseOfWhichSomethingIsSaid) {
  const auto read = reviewedFunctionsIn(R"({"version": 1, "functions": [
    {"id": "0xff", "findings": [{"code": "slower", "text": "it is slower"}, {"code": "x", "text": ""}]},
    {"id": "0xfe", "findings": []}, {"id": "fd", "findings": [{"text": "no id"}]}]})",
                                        "r.json");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 1U);
  ASSERT_EQ(read->at(255).size(), 1U);
  EXPECT_EQ(read->at(255)[0].text, "it is slower");
}

TEST(ReviewedFunctions, WhatIsNoReviewIsSaidWithItsFile) {
  for (const char* text : {"", "{", "[]", "{}", R"({"version": 2, "functions": []})", R"({"version": 1})"}) {
    const auto read = reviewedFunctionsIn(text, "r.json");
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().where.file, "r.json") << text;
  }
}

TEST(ReviewedFunctions, TheFuzzersSeedsHoldWholeAndCutShort) {
  std::size_t seeds = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(ASSAY_TEST_FOLDER) / "fuzz/corpus/review")) {
    const std::string text = readFile(entry.path()).value_or("");
    ASSERT_NE(text, "");
    for (std::size_t size = 0; size <= text.size(); ++size)
      EXPECT_TRUE(fuzz::reviewHolds(text.substr(0, size))) << entry.path().filename() << " to " << size;
    ++seeds;
  }
  EXPECT_GE(seeds, 3U);
}

}  // namespace
}  // namespace assay::tool
