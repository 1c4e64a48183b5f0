// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/charts.h"

#include <gmock/gmock.h>

#include <cmath>

#include "sample_document.h"

namespace assay::emit::review {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr Period kBefore = {0, 1000}, kAfter = {1000, 2000};

TEST(CourseChart, HasTheThreeTimesAndTheErrors) {
  const std::vector<CoursePoint> course = {{0, 100, 0, 1e-6, 9e-7, 5e-6}, {1500, 100, 3, 2e-6, 1e-6, 9e-6}};
  const std::string chart = courseChart(course, kBefore, kAfter);
  for (const char* kind : {"polyline class=\"mean\"", "polyline class=\"median\"", "polyline class=\"tail\"",
                           "rect class=\"errors\"", "line class=\"border\"", ">3.00 %<"})
    EXPECT_THAT(chart, HasSubstr(kind));
  EXPECT_THAT(courseChart(course, kBefore, {0, 2000}), Not(HasSubstr("border"))) << "one period alone";
}

TEST(CourseChart, OfOneWindowIsADot) {
  const std::vector<CoursePoint> course = {{0, 100, 0, 1e-6, 9e-7, 5e-6}};
  const std::string chart = courseChart(course, kBefore, kAfter);
  EXPECT_THAT(chart, Not(HasSubstr("polyline")));
  EXPECT_THAT(chart, HasSubstr("circle"));
  EXPECT_THAT(chart, Not(HasSubstr("rect")));
}

TEST(CourseChart, OfNothingIsNothing) {
  EXPECT_EQ(courseChart({}, kBefore, kAfter), "");
  const std::vector<CoursePoint> untimed = {{0, 100, 1}};
  EXPECT_EQ(courseChart(untimed, kBefore, kAfter), "");
}

TEST(GrowthChart, HasPointsAndTheFitBeyondThem) {
  const Document document = test::sampleDocument();
  const std::string chart = growthChart(test::reviewOf(document, "steady").complexity);
  EXPECT_THAT(chart, HasSubstr("polyline class=\"fit\""));
  EXPECT_THAT(chart, HasSubstr("polyline class=\"fit beyond\""));
  EXPECT_THAT(chart, HasSubstr("circle class=\"mean\""));
  EXPECT_THAT(chart, Not(HasSubstr("nan")));
  EXPECT_THAT(chart, Not(HasSubstr("inf")));
}

TEST(GrowthChart, WithoutAFitHasPointsAlone) {
  insight::Complexity complexity;
  EXPECT_EQ(growthChart(complexity), "");
  complexity.points = {{.bucket = 1, .size = 1, .nanoseconds = 300},
                       {.bucket = 5, .size = 22, .nanoseconds = 300}};
  EXPECT_THAT(growthChart(complexity), Not(HasSubstr("polyline")));
  EXPECT_THAT(growthChart(complexity), HasSubstr("circle"));
}

TEST(ForestChart, HasAnIntervalForEachGroup) {
  insight::LeagueRow one{.name = "<b>", .errorRate = {0.01, {0.001, 0.05}}};
  insight::LeagueRow other{.errorRate = {0, {0, 0.02}}};
  const std::vector<insight::LeagueRow> rows = {one, other};
  const std::string chart = forestChart(rows);
  EXPECT_THAT(chart, HasSubstr("&lt;b&gt;"));
  EXPECT_THAT(chart, HasSubstr("(not given)"));
  EXPECT_THAT(chart, Not(HasSubstr("nan")));
  EXPECT_EQ(forestChart({}), "");
}

TEST(ForestChart, ShowsTheFirstThirty) {
  const std::vector<insight::LeagueRow> rows(100, {.name = "one", .errorRate = {0.01, {0.001, 0.05}}});
  std::size_t shown = 0;
  const std::string chart = forestChart(rows);
  for (std::size_t at = 0; (at = chart.find(">one<", at)) != std::string::npos; ++at) ++shown;
  EXPECT_EQ(shown, 30u);
}

}  // namespace
}  // namespace assay::emit::review
