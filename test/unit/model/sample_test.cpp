// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/sample.h"

#include <gtest/gtest.h>

namespace assay::model {
namespace {

TEST(Sample, OneInSoMany) {
  for (const char* text : {"1/256", "1:256", " 1 / 256 ", "1 in 256"})
    EXPECT_EQ(sampleOf(text), 256u) << text;
  EXPECT_EQ(sampleOf("1/1"), 1u);
  EXPECT_EQ(sampleOf("1/1024"), 1024u);
  EXPECT_EQ(sampleOf("1/3"), 3u);
}

TEST(Sample, APercentageIsTheNearestOneInSoMany) {
  EXPECT_EQ(sampleOf("1%"), 100u);
  EXPECT_EQ(sampleOf("0.5 %"), 200u);
  EXPECT_EQ(sampleOf("0.1%"), 1000u);
  EXPECT_EQ(sampleOf("100%"), 1u);
  EXPECT_EQ(sampleOf("30%"), 3u);
  EXPECT_EQ(sampleOf("70%"), 1u);
}

TEST(Sample, All) {
  EXPECT_EQ(sampleOf("all"), 1u);
  EXPECT_EQ(sampleOf("ALL"), 1u);
}

TEST(Sample, EverythingElseMeansNothing) {
  for (const char* text : {"", "256", "1", "2/256", "1/0", "1/1025", "1/99999", "0%", "0.05%", "101%", "off",
                           "10/256", "1/", "1/x", "in 256"})
    EXPECT_EQ(sampleOf(text), std::nullopt) << text;
}

TEST(Sample, OfATag) {
  Tag tag;
  EXPECT_EQ(sampleOf(tag), 0u);
  tag.extra = {{"note", "1/8"}, {"sample", "1/16"}};
  EXPECT_EQ(sampleOf(tag), 16u);
  tag.extra = {{"sample", "often"}};
  EXPECT_EQ(sampleOf(tag), 0u);
}

}  // namespace
}  // namespace assay::model
