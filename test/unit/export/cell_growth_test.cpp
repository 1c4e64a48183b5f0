// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/cell_growth.h"

#include <gtest/gtest.h>

namespace assay::exporting {
namespace {

using telemetry::Histogram;

TEST(GrownCells, AreWhatCame) {
  Histogram told = {1, 2, 3};
  EXPECT_EQ(grownCells(told, {1, 5, 4}), (Histogram{0, 3, 1}));
  EXPECT_EQ(told, (Histogram{1, 5, 4}));
  EXPECT_EQ(grownCells(told, {1, 5, 4}), (Histogram{0, 0, 0}));
  EXPECT_EQ(grownCells(told, {1, 5, 4, 9}), (Histogram{0, 0, 0, 9}));
}

TEST(GrownCells, MovedCallsAreNoneThatCame) {
  Histogram told = {0, 7, 0, 0, 1};
  EXPECT_EQ(grownCells(told, {7, 0, 0, 0, 3}), (Histogram{0, 0, 0, 0, 2})) << "the nearest have them";
  EXPECT_EQ(told, (Histogram{7, 0, 0, 0, 3}));
}

TEST(GrownCells, ACallThatComesBackIsNoneThatCame) {
  Histogram told = {5, 5};
  EXPECT_EQ(grownCells(told, {5, 4}), (Histogram{0, 0}));
  EXPECT_EQ(told, (Histogram{5, 5}));
  EXPECT_EQ(grownCells(told, {5}), (Histogram{0, 0}));
  EXPECT_EQ(grownCells(told, {5, 6}), (Histogram{0, 1}));
}

}  // namespace
}  // namespace assay::exporting
