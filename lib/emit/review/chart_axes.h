// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What charts over time and of times have in common: how large they are, and their axes.
#pragma once

#include <limits>

#include "emit/review/review.h"
#include "emit/review/svg.h"

namespace assay::emit::review {

inline constexpr double kChartWidth = 440, kChartHeight = 200;
inline constexpr double kChartLeft = 62, kChartRight = 430, kChartTop = 8, kChartBottom = 176;
inline constexpr double kBelowChart = 192;  ///< where what stands under a chart is written

/// The least and the most of what is above zero.
class Extent {
 public:
  void add(double value);
  [[nodiscard]] bool empty() const { return high_ <= 0; }
  /// Logarithmic, with room at both ends, never of no width.
  [[nodiscard]] Scale scale(double from, double to) const;

 private:
  double low_ = std::numeric_limits<double>::max();
  double high_ = 0;
};

/// From the beginning of `before` to the end of `after`.
Scale momentScale(const Period& before, const Period& after);

/// Lines and names of powers of ten; seconds.
void drawTimes(Svg& svg, const Scale& y);

/// Both ends, and a line where `after` begins, when there are two periods.
void drawMoments(Svg& svg, const Scale& x, const Period& before, const Period& after);

}  // namespace assay::emit::review
