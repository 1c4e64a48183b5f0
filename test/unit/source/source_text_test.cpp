// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/source_text.h"

#include <gtest/gtest.h>

namespace assay::source {
namespace {

TEST(SourceText, PositionsAndOffsetsAreInverse) {
  const SourceText text("f", "ab\r\n\ncd");
  for (std::size_t offset = 0; offset <= text.bytes().size(); ++offset)
    EXPECT_EQ(text.offsetOf(text.positionOf(offset)), offset);
  EXPECT_EQ(text.positionOf(5), (Position{3, 1}));
  EXPECT_EQ(text.positionOf(99), (Position{3, 3}));
}

TEST(SourceText, PlacesThatDoNotExistHaveNoOffset) {
  const SourceText text("f", "ab\ncd");
  EXPECT_FALSE(text.offsetOf({0, 1}));
  EXPECT_FALSE(text.offsetOf({1, 0}));
  EXPECT_FALSE(text.offsetOf({1, 4}));
  EXPECT_FALSE(text.offsetOf({3, 1}));
  EXPECT_EQ(text.offsetOf({1, 3}), 2u);
}

TEST(SourceText, LinesComeWithoutTheirBreaks) {
  const SourceText text("f", "ab\r\ncd\n");
  EXPECT_EQ(text.line(1), "ab");
  EXPECT_EQ(text.line(2), "cd");
  EXPECT_EQ(text.line(3), "");
  EXPECT_EQ(text.line(4), "");
  EXPECT_EQ(text.lineCount(), 3u);
}

TEST(SourceText, AnEmptyFileHasOneEmptyLine) {
  const SourceText text("f", "");
  EXPECT_EQ(text.lineCount(), 1u);
  EXPECT_EQ(text.positionOf(0), (Position{1, 1}));
}

}  // namespace
}  // namespace assay::source
