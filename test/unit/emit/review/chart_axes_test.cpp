// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/chart_axes.h"

#include <gmock/gmock.h>

#include <cmath>

namespace assay::emit::review {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ChartAxes, TakeInWhatIsAboveZero) {
  Extent extent;
  for (const double value : {0.0, -1.0, HUGE_VAL}) extent.add(value);
  EXPECT_TRUE(extent.empty());
  extent.add(2);
  extent.add(8);
  const Scale scale = extent.scale(0, 1);
  EXPECT_LT(scale.low, 2);
  EXPECT_GT(scale.high, 8);
  EXPECT_NEAR(scale.at(4), 0.5, 1e-9);
}

TEST(ChartAxes, SayWhenThePeriodBegins) {
  Svg two(kChartWidth, kChartHeight, "a"), one(kChartWidth, kChartHeight, "a");
  const Period before{0, 7 * 86400}, after{7 * 86400, 14 * 86400};
  drawMoments(two, momentScale(before, after), before, after);
  EXPECT_THAT(std::move(two).take(), HasSubstr(">01-08</text>"));
  drawMoments(one, momentScale(before, before), before, before);
  EXPECT_THAT(std::move(one).take(), Not(HasSubstr("border")));
}

}  // namespace
}  // namespace assay::emit::review
