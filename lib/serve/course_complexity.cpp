// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/course_complexity.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "history/growth.h"
#include "insight/complexity.h"
#include "insight/window.h"

namespace assay::serve {
namespace {

using document::Array;
using document::Object;
using document::Value;

constexpr int kCurveSteps = 24;

std::vector<insight::Window> latestWindows(const history::Course& course) {
  std::vector<insight::Window> windows;
  if (course.windows.empty()) return windows;
  const history::Window& last = *std::ranges::max_element(course.windows, {}, &history::Window::start);
  for (const history::Window& window : course.windows)
    if (window.version == last.version && window.width == last.width)
      windows.push_back(insight::windowOf(window.counts));
  return windows;
}

Value exponentOf(const insight::Complexity& complexity) {
  if (!complexity.exponent) return nullptr;
  const auto& [value, interval] = *complexity.exponent;
  return Object{{"value", Value(value)}, {"low", Value(interval.low)}, {"high", Value(interval.high)}};
}

// Points of the fitted curve, from the smallest size that came to the largest, evenly spaced on a logarithmic
// axis.
Array curveOf(const insight::Complexity& complexity) {
  Array points;
  if (complexity.points.size() < 2) return points;
  const double first = complexity.points.front().size, last = complexity.points.back().size;
  std::vector<double> sizes;
  for (int i = 0; i <= kCurveSteps; ++i)
    sizes.push_back(first * std::pow(last / first, static_cast<double>(i) / kCurveSteps));
  const std::vector<double> times = insight::curveOf(complexity, sizes);
  for (std::size_t i = 0; i < times.size(); ++i) {
    Value point(Array{Value(sizes[i]), Value(times[i] * history::kSecondsPerNanosecond)});
    point.setOnOneLine(true);
    points.push_back(std::move(point));
  }
  return points;
}

Array namesOf(const std::vector<insight::Growth>& classes) {
  Array names;
  for (const insight::Growth growth : classes) names.push_back(std::string(insight::nameOf(growth)));
  return names;
}

}  // namespace

Value complexityJson(const history::Course& course) {
  const insight::Complexity complexity = insight::complexityOf(latestWindows(course));
  return Object{
      {"class", complexity.growth ? Value(std::string(insight::nameOf(*complexity.growth))) : Value(nullptr)},
      {"why", complexity.growth ? Value(nullptr) : Value(std::string(insight::reasonOf(complexity.why)))},
      {"candidates", namesOf(complexity.candidates)},
      {"exponent", exponentOf(complexity)},
      {"curve", curveOf(complexity)}};
}

}  // namespace assay::serve
