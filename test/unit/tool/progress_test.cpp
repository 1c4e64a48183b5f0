// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/progress.h"

#include <gtest/gtest.h>

#include "support/strings.h"

namespace assay::tool {
namespace {

using namespace std::chrono_literals;

TEST(ProgressLine, ShowsABarTheCountAndAnEstimate) {
  EXPECT_EQ(progressLine({"parsing units", 5, 20, 4s}, 79),
            "[=====               ] parsing units 5/20, 12 s left");
}

TEST(ProgressLine, DropsTheBarOnFortyColumns) {
  EXPECT_EQ(progressLine({"parsing units", 5, 20, 4s}, 39), "parsing units 5/20, 12 s left");
}

TEST(ProgressLine, DropsTheEstimateWhereItIsNarrower) {
  EXPECT_EQ(progressLine({"parsing units", 5, 20, 4s}, 25), "parsing units 5/20");
}

TEST(ProgressLine, NeverExceedsTheColumns) {
  const StepProgress progress{"a step with quite a long name", 123456, 999999, 4000s};
  for (std::size_t columns = 1; columns < 100; ++columns)
    EXPECT_LE(displayWidth(progressLine(progress, columns)), columns);
}

TEST(ProgressLine, SaysHowLongItHasBeenWhileNothingHasEnded) {
  EXPECT_EQ(progressLine({"parsing units", 0, 1, 3s}, 39), "parsing units 0/1, 3 s");
}

TEST(ProgressLine, HasNoBarAndNoEstimateWithoutATotal) {
  EXPECT_EQ(progressLine({"checking, round", 2, 0, 3s}, 79), "checking, round 2, 3 s");
}

TEST(ProgressLine, EstimatesNothingInTheFirstSecond) {
  EXPECT_EQ(progressLine({"parsing units", 5, 20, 500ms}, 39), "parsing units 5/20");
}

TEST(ProgressLine, SpeaksOfMinutesAndHours) {
  EXPECT_EQ(progressLine({"s", 1, 10, 10s}, 39), "s 1/10, 1 min 30 s left");
  EXPECT_EQ(progressLine({"s", 1, 10, 800s}, 39), "s 1/10, 2 h 0 min left");
}

TEST(ProgressBar, IsQuietWhereThereIsNoTerminal) {
  ::testing::internal::CaptureStderr();
  {
    ProgressBar bar;
    bar.update("parsing units", 1, 2);
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace assay::tool
