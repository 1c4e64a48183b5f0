// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/course_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "emit/review/wording.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

constexpr std::array<std::string_view, 8> kHeights = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeastRange = 2;  // factor between both ends of times: noise is not blown up

double meanOfCalls(const CoursePoint& point) {
  return point.mean > 0 ? point.mean : kNotKnown;
}

double failingShare(const CoursePoint& point) {
  return point.calls > 0 ? point.errors / point.calls : kNotKnown;
}

// Neighbours together, weighed by their calls, so that no more than `most` are left.
std::vector<CoursePoint> thinned(std::span<const CoursePoint> course, std::size_t most) {
  const std::size_t group = (course.size() + most - 1) / std::max<std::size_t>(most, 1);
  std::vector<CoursePoint> thin;
  for (std::size_t i = 0; i < course.size(); ++i) {
    if (i % group == 0) thin.push_back({.start = course[i].start});
    CoursePoint& to = thin.back();
    const double timed = course[i].mean > 0 ? course[i].calls : 0;
    to.mean = timed > 0 ? (to.mean * to.tail + course[i].mean * timed) / (to.tail + timed) : to.mean;
    to.tail += timed;  // here: the calls behind `mean`
    to.calls += course[i].calls;
    to.errors += course[i].errors;
  }
  return thin;
}

struct Sides {
  std::vector<CoursePoint> before, after;
};

Sides sidesOf(std::span<const CoursePoint> course, const Period& after, std::size_t columns) {
  const auto middle = std::ranges::partition_point(
      course, [&](const CoursePoint& point) { return point.start < after.since; });
  const auto early = static_cast<std::size_t>(middle - course.begin());
  const std::size_t each = std::max<std::size_t>(columns / 2, 1);
  return {thinned(course.first(early), each), thinned(course.subspan(early), each)};
}

struct Seen {
  std::vector<double> before, after;
  double least = std::numeric_limits<double>::infinity(), most = 0;

  void add(std::vector<double>& to, double value) {
    to.push_back(value);
    if (std::isnan(value)) return;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  [[nodiscard]] std::string drawn(double low) const {
    return sparkline(before, low, most) + "|" + sparkline(after, low, most);
  }
};

Seen seenIn(const Sides& sides, double (*value)(const CoursePoint&)) {
  Seen seen;
  for (const CoursePoint& point : sides.before) seen.add(seen.before, value(point));
  for (const CoursePoint& point : sides.after) seen.add(seen.after, value(point));
  return seen;
}

}  // namespace

std::string sparkline(std::span<const double> values, double low, double high) {
  std::string line;
  for (const double value : values) {
    const double part = high > low ? (value - low) / (high - low) : 0;
    const double height = std::clamp(part * kHeights.size(), 0.0, kHeights.size() - 1.0);
    line += std::isnan(value) ? std::string_view("·") : kHeights[static_cast<std::size_t>(height)];
  }
  return line;
}

std::string timesLine(std::span<const CoursePoint> course, const Period& after, std::size_t columns) {
  const Seen times = seenIn(sidesOf(course, after, columns), meanOfCalls);
  if (times.most <= 0) return {};
  return fmt::format("mean {} {} to {}", times.drawn(std::min(times.least, times.most / kLeastRange)),
                     telemetry::durationText(times.least), telemetry::durationText(times.most));
}

std::string failuresLine(std::span<const CoursePoint> course, const Period& after, std::size_t columns) {
  const Seen shares = seenIn(sidesOf(course, after, columns), failingShare);
  if (shares.most <= 0) return {};
  return fmt::format("fail {} {}", shares.drawn(0),
                     percentText(insight::Interval{shares.least, shares.most}));
}

std::string intervalBar(const insight::Estimate& share, double most, std::size_t columns) {
  if (most <= 0 || columns == 0) return std::string(columns, ' ');
  const auto place = [&](double value) {
    const double at = value / most * static_cast<double>(columns);
    return std::min(static_cast<std::size_t>(std::max(0.0, at)), columns - 1);
  };
  const std::size_t low = place(share.interval.low), high = place(share.interval.high),
                    at = place(share.value);
  std::string bar;
  for (std::size_t i = 0; i < columns; ++i) {
    if (i == at)
      bar += "●";
    else if (i < low || i > high)
      bar += " ";
    else
      bar += i == low ? "├" : i == high ? "┤" : "─";
  }
  return bar;
}

}  // namespace assay::emit::review
