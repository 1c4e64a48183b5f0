// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_course.h"

#include <gtest/gtest.h>

#include "support/simulated_production.h"

namespace assay::tool {
namespace {

insight::Window windowAt(std::int64_t start, double nanoseconds) {
  test::Simulation simulation(static_cast<std::uint64_t>(start));
  insight::Window window =
      insight::windowOf(simulation.window({.nanoseconds = [=](double) { return nanoseconds; }}));
  window.start = start;
  return window;
}

TEST(ReviewCourse, HasTheWindowsOfBothPeriodsByTime) {
  insight::FunctionPeriods periods{{.id = 7}, {windowAt(20, 1000), windowAt(40, 1000)}, {windowAt(30, 3000)}};
  insight::FunctionReview review;
  review.subject.id = 7;
  EXPECT_TRUE(coursesOf({&review, 1}, {&periods, 1}).empty()) << "nothing was found";
  review.findings.push_back({});
  const auto course = coursesOf({&review, 1}, {&periods, 1}).at(7);
  ASSERT_EQ(course.size(), 3u);
  EXPECT_EQ(course[1].start, 30);
  EXPECT_GT(course[1].mean, 2 * course[0].mean);
  EXPECT_NEAR(course[0].median, 1e-6, 0.2e-6);
  EXPECT_GT(course[0].tail, course[0].median);
}

TEST(ReviewCourse, OfEntriesHasCallsAlone) {
  insight::Window window;
  window.calls = 5;
  window.errors = 2;
  window.entryOnly = true;
  const auto point = coursePointOf(window);
  EXPECT_EQ(point.calls, 5);
  EXPECT_EQ(point.errors, 0);
  EXPECT_EQ(point.mean, 0);
}

}  // namespace
}  // namespace assay::tool
