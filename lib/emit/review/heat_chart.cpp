// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/heat_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <vector>

#include "emit/review/chart_axes.h"
#include "vocabulary/histogram.h"

namespace assay::emit::review {
namespace {

constexpr double kHeatNanosecond = 1e-9;
constexpr double kRowsPerOctave = 2;
constexpr int kSteps = 6;  // of darkness: the palest is below 1/32, the darkest from 1/2 on

// The row of a bucket: where its middle lies.
int heatRowOf(unsigned bucket) {
  const auto low = static_cast<double>(vocabulary::lowerBound(bucket));
  const auto high = static_cast<double>(vocabulary::lowerBound(bucket + 1));
  return static_cast<int>(std::floor(kRowsPerOctave * std::log2(std::max(1.0, (low + high) / 2))));
}

double secondsAtRow(int row) {
  return std::exp2(row / kRowsPerOctave) * kHeatNanosecond;
}

int stepOf(double share) {
  return std::clamp(kSteps + static_cast<int>(std::floor(std::log2(share))), 0, kSteps - 1);
}

using Rows = std::map<int, double>;  // share of the window's calls

Rows rowsOf(const CoursePoint& point) {
  Rows rows;
  double all = 0;
  for (const auto& [bucket, calls] : point.latencies) {
    rows[heatRowOf(bucket)] += static_cast<double>(calls);
    all += static_cast<double>(calls);
  }
  for (auto& [row, share] : rows) share /= all;
  return rows;
}

std::int64_t widthOf(std::span<const CoursePoint> course, std::int64_t whole) {
  std::int64_t width = whole;
  for (std::size_t i = 1; i < course.size(); ++i)
    if (course[i].start > course[i - 1].start) width = std::min(width, course[i].start - course[i - 1].start);
  return width;
}

}  // namespace

std::string heatChart(std::span<const CoursePoint> course, const Period& before, const Period& after) {
  if (after.until <= before.since) return {};
  std::vector<Rows> columns;
  int lowest = std::numeric_limits<int>::max(), highest = std::numeric_limits<int>::min();
  for (const CoursePoint& point : course) {
    columns.push_back(rowsOf(point));
    if (columns.back().empty()) continue;
    lowest = std::min(lowest, columns.back().begin()->first);
    highest = std::max(highest, columns.back().rbegin()->first);
  }
  if (lowest > highest) return {};
  const Scale x = momentScale(before, after);
  const Scale y{secondsAtRow(lowest), secondsAtRow(highest + 1), kChartBottom, kChartTop, true};
  const double width =
      x.at(x.low + static_cast<double>(widthOf(course, after.until - before.since))) - kChartLeft;
  const double height = (kChartBottom - kChartTop) / (highest + 1 - lowest);
  std::array<std::vector<Point>, kSteps> cells;
  for (std::size_t i = 0; i < columns.size(); ++i)
    for (const auto& [row, share] : columns[i])
      cells[static_cast<std::size_t>(stepOf(share))].emplace_back(x.at(static_cast<double>(course[i].start)),
                                                                  y.at(secondsAtRow(row + 1)));
  Svg svg(kChartWidth, kChartHeight, "how long calls took, over time");
  for (std::size_t step = 0; step < cells.size(); ++step)
    svg.cells(cells[step], {width, height}, "heat heat" + std::to_string(step + 1));
  drawTimes(svg, y);
  drawMoments(svg, x, before, after);
  return std::move(svg).take();
}

}  // namespace assay::emit::review
