// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/heat_chart.h"

#include <gmock/gmock.h>

#include "vocabulary/histogram.h"

namespace assay::emit::review {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<CoursePoint> fastAndSlow() {
  std::vector<CoursePoint> course(2);
  course[0] = {.start = 0, .calls = 100, .latencies = {{vocabulary::bucketOf(1000), 100}}};
  course[1] = {.start = 60,
               .calls = 100,
               .latencies = {{vocabulary::bucketOf(1000), 97}, {vocabulary::bucketOf(1'000'000), 3}}};
  return course;
}

TEST(HeatChart, IsDarkWhereMostCallsAre) {
  const std::string chart = heatChart(fastAndSlow(), {0, 60}, {60, 120});
  EXPECT_THAT(chart, ::testing::ContainsRegex("class=\"heat heat6\" d=\"M62.0,[0-9.]+h184.0v[^M]*M246.0"));
  EXPECT_THAT(chart, HasSubstr("class=\"heat heat1\" d=\"M246.0,8.0"))
      << "3 % at the top, in the second half";
  EXPECT_THAT(chart, Not(HasSubstr("heat3")));
}

TEST(HeatChart, OfNoTimesIsNothing) {
  EXPECT_EQ(heatChart({}, {0, 60}, {60, 120}), "");
  std::vector<CoursePoint> course = fastAndSlow();
  for (CoursePoint& point : course) point.latencies.clear();
  EXPECT_EQ(heatChart(course, {0, 60}, {60, 120}), "");
  EXPECT_EQ(heatChart(fastAndSlow(), {0, 0}, {0, 0}), "");
}

TEST(HeatChart, HoldsTheLongestTimesThereAre) {
  std::vector<CoursePoint> course = fastAndSlow();
  course[0].latencies = {{0, 1}, {vocabulary::kOverflowBucket, 1}};
  EXPECT_THAT(heatChart(course, {0, 60}, {60, 120}), HasSubstr("heat6"));
}

}  // namespace
}  // namespace assay::emit::review
