// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/panel.h"

#include <gmock/gmock.h>

namespace assay::emit::dashboard {
namespace {

using document::Array;
using document::Object;
using document::Value;

// "fieldConfig.defaults.unit"
const Value* within(const Value& value, std::initializer_list<const char*> path) {
  const Value* at = &value;
  for (const char* key : path) at = at == nullptr ? nullptr : at->find(key);
  return at;
}

const Array& listOf(const Value& value, const char* key) {
  return *value.find(key)->asArray();
}

Panel twoColumns() {
  return {.shape = Shape::Table,
          .title = "table",
          .width = 24,
          .queries = {{"up", "Up"}, {"up * 2", "Twice", "s"}}};
}

TEST(Panel, SaysWhatItIsAndWhereItStands) {
  const Value value = panelValue({.title = "lines", .width = 8, .height = 5}, 7, {.x = 16, .y = 3});
  EXPECT_EQ(*value.find("type"), Value("timeseries"));
  EXPECT_EQ(*value.find("id"), Value(7));
  EXPECT_EQ(*value.find("gridPos"), Value(Object{{"h", 5}, {"w", 8}, {"x", 16}, {"y", 3}}));
}

TEST(Panel, AsksForTheEndOfTheTimeOnlyWhereItShowsNoMore) {
  for (const auto& [shape, instant] :
       {std::pair(Shape::Number, true), std::pair(Shape::Gauge, true), std::pair(Shape::Table, true),
        std::pair(Shape::TimeSeries, false), std::pair(Shape::Heatmap, false)}) {
    const Value value =
        panelValue({.shape = shape, .title = "panel", .width = 8, .queries = {{"up"}}}, 1, {});
    EXPECT_EQ(*listOf(value, "targets").front().find("instant"), Value(instant));
    EXPECT_EQ(*listOf(value, "targets").front().find("range"), Value(!instant));
  }
}

TEST(Panel, LettersItsQueries) {
  const Value value = panelValue(twoColumns(), 1, {});
  ASSERT_EQ(listOf(value, "targets").size(), 2U);
  EXPECT_EQ(*listOf(value, "targets").front().find("refId"), Value("A"));
  EXPECT_EQ(*listOf(value, "targets").back().find("refId"), Value("B"));
}

TEST(Panel, PutsTheResultsOfATableBesideEachOtherUnderTheirTitles) {
  const Value value = panelValue(twoColumns(), 1, {});
  const Array& steps = listOf(value, "transformations");
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(*steps.front().find("id"), Value("merge"));
  EXPECT_EQ(*within(steps.back(), {"options", "renameByName"}),
            Value(Object{{"Value #A", "Up"}, {"Value #B", "Twice"}}));
}

TEST(Panel, NamesTheOnlyColumnOfATableAsGrafanaDoes) {
  const Value value = panelValue({.shape = Shape::Table, .title = "one", .queries = {{"up", "Up"}}}, 1, {});
  EXPECT_EQ(*within(listOf(value, "transformations").back(), {"options", "renameByName"}),
            Value(Object{{"Value", "Up"}}));
}

TEST(Panel, GivesAColumnItsOwnUnit) {
  const Value value = panelValue(twoColumns(), 1, {});
  const Array& overrides = *within(value, {"fieldConfig", "overrides"})->asArray();
  ASSERT_EQ(overrides.size(), 1U);
  EXPECT_EQ(*within(overrides.front(), {"matcher", "options"}), Value("Twice"));
}

TEST(Panel, IsColouredByItsLimits) {
  const Value value = panelValue({.shape = Shape::Number,
                                  .title = "share",
                                  .queries = {{"up"}},
                                  .limits = Limits{.warn = 0.01, .bad = 0.05}},
                                 1, {});
  const Array& steps = *within(value, {"fieldConfig", "defaults", "thresholds", "steps"})->asArray();
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(*steps[0].find("value"), Value(nullptr));
  EXPECT_EQ(*steps[2].find("value"), Value(0.05));
}

TEST(Panel, EndsAGaugeAtTheMost) {
  const Value value =
      panelValue({.shape = Shape::Gauge, .title = "called", .queries = {{"up"}}, .most = 412}, 1, {});
  EXPECT_EQ(*within(value, {"fieldConfig", "defaults", "max"}), Value(412.0));
}

TEST(Panel, DrawsLogarithmsWithoutAZero) {
  const Value value = panelValue({.title = "lines", .queries = {{"up"}}, .logarithmic = true}, 1, {});
  const Value* custom = within(value, {"fieldConfig", "defaults", "custom"});
  EXPECT_EQ(*within(*custom, {"scaleDistribution", "type"}), Value("log"));
  EXPECT_EQ(custom->find("axisSoftMin"), nullptr);
}

}  // namespace
}  // namespace assay::emit::dashboard
