// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/course_text.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/strings.h"

namespace assay::emit::review {
namespace {

TEST(Sparkline, HasEightHeights) {
  const double values[] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
  EXPECT_EQ(sparkline(values, 0, 8), "▁▂▃▄▅▆▇██");
  const double odd[] = {-1, std::nan(""), 9};
  EXPECT_EQ(sparkline(odd, 0, 8), "▁·█");
  EXPECT_EQ(sparkline(odd, 3, 3), "▁·▁") << "nothing to tell apart";
  EXPECT_EQ(sparkline({}, 0, 1), "");
}

std::vector<CoursePoint> twoWeeks() {
  std::vector<CoursePoint> course;
  for (int day = 0; day < 14; ++day)
    course.push_back({.start = day * 86400,
                      .calls = 100,
                      .errors = day < 7 ? 0.0 : 2.0,
                      .mean = day < 7 ? 1e-6 : 2e-6,
                      .median = 1e-6,
                      .tail = 9e-6});
  return course;
}

constexpr Period kSecondWeek{7 * 86400, 14 * 86400};

TEST(Course, IsALineOfTimesAndOneOfErrors) {
  EXPECT_EQ(timesLine(twoWeeks(), kSecondWeek, 28), "mean ▁▁▁▁▁▁▁|███████ 1.00 µs to 2.00 µs");
  EXPECT_EQ(failuresLine(twoWeeks(), kSecondWeek, 28), "fail ▁▁▁▁▁▁▁|███████ 0 to 2.00 %");
  EXPECT_EQ(timesLine(twoWeeks(), kSecondWeek, 8), "mean ▁▁▁▁|████ 1.00 µs to 2.00 µs");
  EXPECT_EQ(failuresLine(twoWeeks(), kSecondWeek, 8), "fail ▁▁▁▁|████ 0 to 2.00 %");
}

TEST(Course, DoesNotBlowUpNoise) {
  std::vector<CoursePoint> course = twoWeeks();
  for (CoursePoint& point : course) point.mean = 1e-6;
  course[3].mean = 0.9e-6;
  EXPECT_EQ(timesLine(course, kSecondWeek, 28), "mean ███▇███|███████ 900 ns to 1.00 µs");
}

TEST(Course, OfNothingIsNothing) {
  std::vector<CoursePoint> course = twoWeeks();
  for (CoursePoint& point : course) point.errors = point.mean = 0;
  EXPECT_EQ(timesLine(course, kSecondWeek, 28), "");
  EXPECT_EQ(failuresLine(course, kSecondWeek, 28), "");
  EXPECT_EQ(timesLine({}, kSecondWeek, 28), "");
}

TEST(IntervalBar, LiesBetweenNoneAndTheMost) {
  EXPECT_EQ(intervalBar({0.5, {0.2, 0.8}}, 1, 10), "  ├──●──┤ ");
  EXPECT_EQ(intervalBar({0, {0, 1}}, 1, 5), "●───┤");
  EXPECT_EQ(intervalBar({0.5, {0.5, 0.5}}, 1, 4), "  ● ");
  EXPECT_EQ(intervalBar({0, {0, 0}}, 0, 3), "   ");
  EXPECT_EQ(displayWidth(intervalBar({0.3, {0.1, 2}}, 1, 16)), 16u) << "what is beyond ends at the end";
}

}  // namespace
}  // namespace assay::emit::review
