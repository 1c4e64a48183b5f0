// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/charts.h"

#include <algorithm>
#include <cmath>

#include "emit/review/chart_axes.h"
#include "emit/review/outline.h"
#include "emit/review/svg.h"
#include "emit/review/wording.h"
#include "insight/attention.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

using Anchor = Svg::Anchor;

constexpr double kChartNanosecond = 1e-9;
constexpr double kRoom = 1.15;  // beyond the outermost sizes
constexpr double kErrorsTop = 146;
constexpr int kCurvePoints = 33;
constexpr std::size_t kMostGroups = 30;
constexpr double kGroupHeight = 18;
constexpr double kLeastShare = 1e-6;  // what is below is drawn there

void drawCourse(Svg& svg, std::span<const CoursePoint> course, double CoursePoint::* value,
                std::pair<const Scale*, const Scale*> xAndY) {
  std::vector<Point> points;
  for (const CoursePoint& point : course)
    if (point.*value > 0)
      points.emplace_back(xAndY.first->at(static_cast<double>(point.start)), xAndY.second->at(point.*value));
  const std::string_view kind = value == &CoursePoint::mean     ? "mean"
                                : value == &CoursePoint::median ? "median"
                                                                : "tail";
  if (points.size() > 1) svg.curve(points, kind);
  for (const Point& point : points) svg.dot(point, kind);
}

double shareOfErrors(const CoursePoint& point) {
  return point.calls > 0 ? point.errors / point.calls : 0;
}

void drawErrors(Svg& svg, std::span<const CoursePoint> course, const Scale& x) {
  double most = 0;
  for (const CoursePoint& point : course) most = std::max(most, shareOfErrors(point));
  svg.line({kChartLeft, kChartBottom}, {kChartRight, kChartBottom}, "grid");
  svg.text({kChartLeft - 4, kErrorsTop + 10}, most > 0 ? percentText(most) : "0 %", Anchor::End);
  svg.text({kChartLeft - 4, kChartBottom}, "fail", Anchor::End);
  const double width =
      std::clamp((kChartRight - kChartLeft) / static_cast<double>(course.size()) - 1, 1.0, 10.0);
  for (const CoursePoint& point : course) {
    const double height = most > 0 ? shareOfErrors(point) / most * (kChartBottom - kErrorsTop) : 0;
    if (height > 0)
      svg.bar({x.at(static_cast<double>(point.start)), kChartBottom - height}, {width, height}, "errors");
  }
}

std::string sizeText(double size) {
  return telemetry::roughText(size);
}

std::vector<double> sizesBetween(double low, double high) {
  std::vector<double> sizes;
  for (int i = 0; i < kCurvePoints; ++i)
    sizes.push_back(low * std::pow(high / low, static_cast<double>(i) / (kCurvePoints - 1)));
  return sizes;
}

void drawFit(Svg& svg, const insight::Complexity& complexity, std::pair<double, double> sizes,
             std::pair<const Scale*, const Scale*> xAndY) {
  const std::vector<double> at = sizesBetween(sizes.first, sizes.second);
  const std::vector<double> times = insight::curveOf(complexity, at);
  std::vector<Point> points;
  for (std::size_t i = 0; i < times.size(); ++i)
    points.emplace_back(xAndY.first->at(at[i]), xAndY.second->at(times[i] * kChartNanosecond));
  const bool beyond = sizes.first >= complexity.points.back().size;
  if (!points.empty()) svg.curve(points, beyond ? "fit beyond" : "fit");
}

void drawGroup(Svg& svg, const insight::LeagueRow& row, const Scale& x, double y) {
  constexpr std::size_t kColumns = 22;
  const auto [low, high] = row.errorRate.interval;
  svg.text({x.from - 8, y + 4}, ellipsize(row.name.empty() ? kNotGiven : visibleText(row.name), kColumns),
           Anchor::End);
  svg.line({x.at(low), y}, {x.at(high), y}, "whisker");
  for (const double end : {low, high}) svg.line({x.at(end), y - 3}, {x.at(end), y + 3}, "whisker");
  svg.dot({x.at(row.errorRate.value), y}, "mean");
}

}  // namespace

std::string courseChart(std::span<const CoursePoint> course, const Period& before, const Period& after) {
  Extent times;
  for (const CoursePoint& point : course)
    for (const double value : {point.mean, point.median, point.tail}) times.add(value);
  if (times.empty() || after.until <= before.since) return {};
  const Scale x = momentScale(before, after);
  const Scale y = times.scale(kErrorsTop - 14, kChartTop);
  Svg svg(kChartWidth, kChartHeight, "time of a call and share of calls that failed, over time");
  drawTimes(svg, y);
  drawMoments(svg, x, before, after);
  for (const auto value : {&CoursePoint::tail, &CoursePoint::median, &CoursePoint::mean})
    drawCourse(svg, course, value, {&x, &y});
  drawErrors(svg, course, x);
  return std::move(svg).take();
}

std::string growthChart(const insight::Complexity& complexity) {
  if (complexity.points.size() < 2) return {};
  const double first = complexity.points.front().size, last = complexity.points.back().size;
  const double farther = complexity.exponent ? insight::fartherSize(complexity) : last;
  Extent times;
  for (const insight::SizePoint& point : complexity.points) times.add(point.nanoseconds * kChartNanosecond);
  for (const double time : insight::curveOf(complexity, sizesBetween(first, farther)))
    times.add(time * kChartNanosecond);
  if (times.empty()) return {};
  const Scale x{first / kRoom, farther * kRoom, kChartLeft, kChartRight, true};
  const Scale y = times.scale(kChartBottom, kChartTop);
  Svg svg(kChartWidth, kChartHeight, "mean time of a call by the size of its input");
  drawTimes(svg, y);
  for (const double tick : decades(x.low, x.high)) {
    svg.line({x.at(tick), kChartTop}, {x.at(tick), kChartBottom}, "grid");
    svg.text({x.at(tick), kBelowChart}, sizeText(tick), Anchor::Middle);
  }
  drawFit(svg, complexity, {first, last}, {&x, &y});
  if (farther > last) drawFit(svg, complexity, {last, farther}, {&x, &y});
  for (const insight::SizePoint& point : complexity.points)
    svg.dot({x.at(point.size), y.at(point.nanoseconds * kChartNanosecond)}, "mean");
  return std::move(svg).take();
}

std::string forestChart(std::span<const insight::LeagueRow> rows) {
  const auto shown = rows.first(std::min(rows.size(), kMostGroups));
  Extent shares;
  for (const insight::LeagueRow& row : shown)
    for (const double end : {row.errorRate.interval.low, row.errorRate.interval.high})
      shares.add(std::clamp(end, kLeastShare, 1.0));
  if (shares.empty()) return {};
  constexpr double kNames = 170, kWide = 640;
  const double bottom = kChartTop + kGroupHeight * static_cast<double>(shown.size()) + 4;
  const Scale x = shares.scale(kNames, kWide - 20);
  Svg svg(kWide, bottom + 20, "share of calls that fail in a function, by group, with its interval");
  for (const double tick : decades(x.low, x.high)) {
    svg.line({x.at(tick), kChartTop}, {x.at(tick), bottom}, "grid");
    svg.text({x.at(tick), bottom + 14}, percentText(tick), Anchor::Middle);
  }
  for (std::size_t i = 0; i < shown.size(); ++i)
    drawGroup(svg, shown[i], x, kChartTop + kGroupHeight * (static_cast<double>(i) + 0.5));
  return std::move(svg).take();
}

}  // namespace assay::emit::review
