// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_course.h"

#include <functional>
#include <set>

#include "support/sort_stably.h"
#include "telemetry/quantile.h"

namespace assay::tool {
namespace {

using emit::review::CoursePoint;

constexpr double kSecondsPerNanosecond = 1e-9;

std::vector<CoursePoint> courseOf(const insight::FunctionPeriods& periods) {
  std::vector<CoursePoint> course;
  for (const auto* windows : {&periods.before, &periods.after})
    for (const insight::Window& window : *windows) course.push_back(coursePointOf(window));
  sortStably(course, std::less<>{}, &CoursePoint::start);
  return course;
}

}  // namespace

CoursePoint coursePointOf(const insight::Window& window) {
  CoursePoint point{.start = window.start, .calls = window.calls};
  if (!window.entryOnly) point.errors = window.errors;
  if (window.timed <= 0) return point;
  const telemetry::Histogram histogram = insight::histogramOf(window);
  point.mean = window.nanoseconds / window.timed * kSecondsPerNanosecond;
  point.median = telemetry::quantile(histogram, 0.5, window.longest) * kSecondsPerNanosecond;
  point.latencies = window.latencies;
  point.tail = telemetry::quantile(histogram, 0.99, window.longest) * kSecondsPerNanosecond;
  return point;
}

std::map<std::uint64_t, std::vector<CoursePoint>> coursesOf(
    std::span<const insight::FunctionReview> reviews, std::span<const insight::FunctionPeriods> periods) {
  std::set<std::uint64_t> drawn;
  for (const insight::FunctionReview& review : reviews)
    if (!review.findings.empty()) drawn.insert(review.subject.id);
  std::map<std::uint64_t, std::vector<CoursePoint>> courses;
  for (const insight::FunctionPeriods& one : periods)
    if (drawn.contains(one.subject.id)) courses[one.subject.id] = courseOf(one);
  return courses;
}

}  // namespace assay::tool
