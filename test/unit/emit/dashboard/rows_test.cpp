// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/rows.h"

#include <gmock/gmock.h>

#include <set>

namespace assay::emit::dashboard {
namespace {

using testing::HasSubstr;

model::AnnotatedFunction tagged(std::optional<model::Coverage> coverage) {
  model::AnnotatedFunction function;
  function.name = "f";
  if (coverage) function.outcome = model::Outcome{.coverage = *coverage, .code = {}, .text = {}};
  return function;
}

model::Manifest manifestOf(std::vector<model::AnnotatedFunction> functions) {
  model::Manifest manifest;
  manifest.functions = std::move(functions);
  return manifest;
}

TEST(Rows, TellHowManyOfTheGuardedFunctionsAreCalled) {
  using enum model::Coverage;
  const Row row = overviewRow(manifestOf({tagged(Full), tagged(Partial), tagged(Skipped), tagged({})}));
  const Panel& called = row.panels.front();
  EXPECT_EQ(called.shape, Shape::Gauge);
  EXPECT_EQ(called.most, 2.0);
  EXPECT_THAT(called.description, HasSubstr("4 tagged functions, 2 of them"));
}

TEST(Rows, HaveNoEndOfAGaugeWithoutAGuard) {
  const Row row = overviewRow(manifestOf({}));
  EXPECT_EQ(row.panels.front().shape, Shape::Number);
  EXPECT_FALSE(row.panels.front().most);
}

TEST(Rows, AreAsManyForTenThousandFunctionsAsForNone) {
  const std::vector<model::AnnotatedFunction> many(10'000, tagged(model::Coverage::Full));
  EXPECT_EQ(rowsFor(manifestOf(many)).size(), rowsFor(manifestOf({})).size());
}

TEST(Rows, FitTheGridAndAskForSomething) {
  for (const Row& row : rowsFor(manifestOf({}))) {
    ASSERT_FALSE(row.panels.empty()) << row.title;
    for (const Panel& panel : row.panels) {
      EXPECT_GT(panel.width, 0U) << panel.title;
      EXPECT_LE(panel.width, kGridWidth) << panel.title;
      EXPECT_FALSE(panel.queries.empty()) << panel.title;
    }
  }
}

TEST(Rows, HaveATitleForEachColumnOfATable) {
  for (const Row& row : rowsFor(manifestOf({}))) {
    for (const Panel& panel : row.panels) {
      std::set<std::string> titles;
      if (panel.shape != Shape::Table) continue;
      for (const Query& query : panel.queries) titles.insert(query.legend);
      EXPECT_EQ(titles.size(), panel.queries.size()) << panel.title;
      EXPECT_FALSE(titles.contains("")) << panel.title;
    }
  }
}

TEST(Rows, AskForAlertsThatFire) {
  const Row row = overviewRow(manifestOf({}));
  EXPECT_THAT(row.panels.back().queries.front().expression, HasSubstr(R"(ALERTS{alertname=~"Assay.+")"));
}

TEST(Rows, CompareWithTheDayBeforeByWhatTheRulesRecord) {
  const Row row = changesRow();
  EXPECT_THAT(row.panels.front().queries.front().expression,
              HasSubstr("topk($top, (assay:latency:growth{job=~\"$job\"} * on (job, id) group_left"));
}

TEST(Rows, SayWhetherCallsWereLost) {
  const Row row = measurementRow();
  EXPECT_TRUE(row.closed);
  EXPECT_THAT(row.panels[1].queries.front().expression, HasSubstr("increase(ai_code_lost_calls_total"));
}

}  // namespace
}  // namespace assay::emit::dashboard
