// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/places.h"

#include <gtest/gtest.h>

namespace assay::manifest {
namespace {

TEST(Places, LineRangesBothWays) {
  EXPECT_EQ(textOf(model::LineRange{12, 40}), "12-40");
  EXPECT_EQ(lineRangeOf("12-40"), (model::LineRange{12, 40}));
  EXPECT_EQ(lineRangeOf("7-7"), (model::LineRange{7, 7}));
  for (const char* wrong : {"", "12", "-", "12-", "-12", "40-12", "0-3", "1-2-3", "a-b", "1 -2", "1- 2",
                            "+1-2", "99999999999-99999999999"})
    EXPECT_EQ(lineRangeOf(wrong), std::nullopt) << wrong;
}

TEST(Places, BodiesBothWays) {
  EXPECT_EQ(textOf(BodyRange{{1195, 40}, {1260, 1}}), "1195:40-1260:1");
  EXPECT_EQ(bodyRangeOf("1195:40-1260:1"), (BodyRange{{1195, 40}, {1260, 1}}));
  EXPECT_EQ(textOf(BodyRange{{3, 4}, {}}), "3:4");
  EXPECT_EQ(bodyRangeOf("3:4"), (BodyRange{{3, 4}, {}}));
  for (const char* wrong : {"", "3", "3:", ":4", "3:4-", "3:4-2:1", "0:1", "3:0", "3:4-5:6-7:8"})
    EXPECT_EQ(bodyRangeOf(wrong), std::nullopt) << wrong;
}

TEST(Places, EditPointsBothWays) {
  const model::EditPoint point{model::PointKind::CoReturn, {3, 4}, {5, 6}};
  EXPECT_EQ(textOf(point), "co-return 3:4-5:6");
  EXPECT_EQ(editPointOf("co-return 3:4-5:6"), point);
  for (const char* wrong :
       {"", "try", "try ", "try 3:4", "quantum 3:4-5:6", "3:4-5:6", "try 5:6-3:4", "try  3:4-5:6"})
    EXPECT_EQ(editPointOf(wrong), std::nullopt) << wrong;
}

TEST(Places, TheLastColonDividesFileAndLine) {
  EXPECT_EQ(textOf(FileLine{"include/db.h", 40}), "include/db.h:40");
  EXPECT_EQ(fileLineOf("a:b.h:40"), (FileLine{"a:b.h", 40}));
  for (const char* wrong : {"", "x", "x:", ":4", "x:-1", "x:4x"})
    EXPECT_EQ(fileLineOf(wrong), std::nullopt) << wrong;
}

TEST(Places, CostsBothWays) {
  using enum source::CostSign;
  const std::pair<source::CostSignSeen, const char*> texts[] = {{{NestedLoops, 14, 2}, "nested-loops 14"},
                                                                {{NestedLoops, 14, 3}, "nested-loops 14 x3"},
                                                                {{Recursion, 2, 0}, "recursion 2"},
                                                                {{TextInLoop, 7, 2}, "text-in-loop 7 x2"}};
  for (const auto& [cost, text] : texts) {
    EXPECT_EQ(textOf(cost), text);
    EXPECT_EQ(costOf(text), cost);
  }
  for (const char* wrong : {"", "recursion", "recursion 0", "recursion x", "magic 3", "nested-loops 14 x2",
                            "nested-loops 14 x1", "nested-loops 14 x", "nested-loops 14  x3"})
    EXPECT_EQ(costOf(wrong), std::nullopt) << wrong;
}

TEST(Places, SketchesBothWays) {
  const model::BodySketch sketch{0xdeadbeef, 3, {1, 2, 3}};
  EXPECT_EQ(textOf(sketch), "3:3q2+7wABAAIAAw==");
  EXPECT_EQ(bodySketchOf("3:3q2+7wABAAIAAw=="), sketch);
  EXPECT_EQ(bodySketchOf("0:3q2+7w=="), (model::BodySketch{0xdeadbeef, 0, {}}));
  for (const char* wrong : {"", "3", ":3q2+7w==", "2:3q2+7wABAAIAAw==", "1:3q2+7w==", "0:AAAAAA==", "0:3q2",
                            "3:3q2+7wADAAIAAQ==", "-1:3q2+7w=="})
    EXPECT_EQ(bodySketchOf(wrong), std::nullopt) << wrong;
}

TEST(Places, IdsBothWays) {
  EXPECT_EQ(idText(0x1f), "0x000000000000001f");
  EXPECT_EQ(hexOf("000000000000001F"), 0x1fu);
  for (const char* wrong : {"", "g", "-1", "0x1", "11111111111111111"})
    EXPECT_EQ(hexOf(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace assay::manifest
