// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/grid.h"

#include <gmock/gmock.h>

#include "unit/emit/dashboard/placed_panel.h"

namespace assay::emit::dashboard {
namespace {

using test::PlacedPanel;
using test::placedPanel;
using testing::ElementsAre;

Panel sized(unsigned width, unsigned height) {
  return {.title = "sized", .width = width, .height = height};
}

std::vector<PlacedPanel> placesOf(const document::Array& panels) {
  std::vector<PlacedPanel> places;
  for (const document::Value& panel : panels) places.push_back(placedPanel(panel));
  return places;
}

TEST(Grid, FillsALineAndBeginsTheNextBelowTheHighestOfIt) {
  const auto panels = placedPanels({{.title = "row", .panels = {sized(8, 4), sized(8, 6), sized(12, 8)}}});
  EXPECT_THAT(
      placesOf(panels),
      ElementsAre(PlacedPanel{"row", 1, 0, 0, 24, 1}, PlacedPanel{"timeseries", 2, 0, 1, 8, 4},
                  PlacedPanel{"timeseries", 3, 8, 1, 8, 6}, PlacedPanel{"timeseries", 4, 0, 7, 12, 8}));
}

TEST(Grid, BeginsARowBelowTheLastPanelOfTheRowBefore) {
  const auto panels =
      placedPanels({{.title = "first", .panels = {sized(24, 5)}}, {.title = "second", .panels = {}}});
  EXPECT_EQ(placedPanel(panels.back()), (PlacedPanel{"row", 3, 0, 6, 24, 1}));
}

TEST(Grid, KeepsThePanelsOfAClosedRowInsideIt) {
  const auto panels =
      placedPanels({{.title = "closed", .panels = {sized(8, 4), sized(8, 4)}, .closed = true}});
  ASSERT_EQ(panels.size(), 1U);
  EXPECT_EQ(panels.front().find("collapsed")->asBool(), true);
  EXPECT_EQ(panels.front().find("panels")->asArray()->size(), 2U);
}

TEST(Grid, LeavesAnOpenRowWithoutPanelsOfItsOwn) {
  const auto panels = placedPanels({{.title = "open", .panels = {sized(8, 4)}}});
  EXPECT_EQ(panels.front().find("collapsed")->asBool(), false);
  EXPECT_TRUE(panels.front().find("panels")->asArray()->empty());
}

}  // namespace
}  // namespace assay::emit::dashboard
