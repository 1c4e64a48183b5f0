// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/chart_axes.h"

#include <algorithm>
#include <cmath>

#include "emit/review/wording.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

using Anchor = Svg::Anchor;

constexpr double kRoomAtEnds = 1.15;
constexpr std::int64_t kLongWithoutHours = 4 * std::int64_t{86400};

std::string dayText(std::int64_t seconds) {
  return momentText(seconds).substr(5, 5);
}

std::string minuteText(std::int64_t seconds) {
  return momentText(seconds).substr(5, 11);
}

}  // namespace

void Extent::add(double value) {
  if (value <= 0 || !std::isfinite(value)) return;
  low_ = std::min(low_, value);
  high_ = std::max(high_, value);
}

Scale Extent::scale(double from, double to) const {
  return {low_ / kRoomAtEnds, high_ * kRoomAtEnds, from, to, true};
}

Scale momentScale(const Period& before, const Period& after) {
  return {static_cast<double>(before.since), static_cast<double>(after.until), kChartLeft, kChartRight};
}

void drawTimes(Svg& svg, const Scale& y) {
  for (const double tick : decades(y.low, y.high)) {
    svg.line({kChartLeft, y.at(tick)}, {kChartRight, y.at(tick)}, "grid");
    svg.text({kChartLeft - 4, y.at(tick) + 4}, telemetry::durationText(tick), Anchor::End);
  }
}

void drawMoments(Svg& svg, const Scale& x, const Period& before, const Period& after) {
  const auto since = static_cast<std::int64_t>(x.low), until = static_cast<std::int64_t>(x.high);
  const auto text = until - since > kLongWithoutHours ? dayText : minuteText;
  svg.text({kChartLeft, kBelowChart}, text(since), Anchor::Start);
  svg.text({kChartRight, kBelowChart}, text(until), Anchor::End);
  if (before.since == after.since) return;
  const double middle = x.at(static_cast<double>(after.since));
  svg.line({middle, kChartTop}, {middle, kChartBottom}, "border");
  svg.text({middle, kBelowChart}, text(after.since), Anchor::Middle);
}

}  // namespace assay::emit::review
