// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/function_course.h"

#include <algorithm>
#include <optional>

#include "document/value.h"
#include "history/growth.h"
#include "serve/course_complexity.h"
#include "serve/json_numbers.h"
#include "support/hash.h"
#include "telemetry/quantile.h"
#include "telemetry/site_totals.h"
#include "vocabulary/histogram.h"

namespace assay::serve {
namespace {

using document::Array;
using document::Object;
using document::Value;
using telemetry::SiteCounts;

constexpr int kCourseVersion = 1;
constexpr double kSecond = history::kSecondsPerNanosecond;

Value versionJson(const history::FunctionVersion& version) {
  return Object{{"body", version.key.body == 0 ? Value(nullptr) : Value(hex64(version.key.body))},
                {"name", version.name},
                {"model", textOrNull(version.model)},
                {"vendor", textOrNull(version.vendor)},
                {"date", textOrNull(version.date)},
                {"prompt", textOrNull(version.prompt)},
                {"file", textOrNull(version.file)},
                {"line", version.line > 0 ? Value(version.line) : Value(nullptr)}};
}

Value quantileOf(const SiteCounts& counts, double q) {
  if (counts.timed == 0) return nullptr;
  const auto longest = static_cast<double>(counts.maxTicks);
  return telemetry::quantile(counts.histogram, q, longest) * kSecond;
}

// [from, to, calls] for each bucket that has calls.
Array latencies(const telemetry::Histogram& histogram) {
  Array cells;
  for (unsigned bucket = 0; bucket < histogram.size(); ++bucket) {
    if (histogram[bucket] == 0) continue;
    const Value to = bucket == vocabulary::kOverflowBucket
                         ? Value(nullptr)
                         : Value(static_cast<double>(vocabulary::lowerBound(bucket + 1)) * kSecond);
    Value cell(
        Array{static_cast<double>(vocabulary::lowerBound(bucket)) * kSecond, to, Value(histogram[bucket])});
    cell.setOnOneLine(true);
    cells.push_back(std::move(cell));
  }
  return cells;
}

Array sizesOf(const SiteCounts& counts) {
  telemetry::SizeTable table;
  table.add(counts.sizes, kSecond);
  return sizeCells(table.rows());
}

Array typesOf(const SiteCounts& counts) {
  telemetry::TypeTable table;
  table.add(counts.types, kSecond);
  return typeRows(table.rows());
}

Value windowJson(const history::Window& window) {
  const SiteCounts& counts = window.counts;
  const bool timed = counts.timed > 0;
  return Object{
      {"start", Value(window.start)},
      {"seconds", Value(window.width)},
      {"version", Value(std::uint64_t{window.version})},
      {"calls", Value(counts.calls)},
      {"timedCalls", Value(counts.timed)},
      {"estimatedCalls", Value(counts.estimated)},
      {"errors", counts.entryOnly ? Value(nullptr) : Value(counts.errors)},
      {"ratePerSecond", Value(static_cast<double>(counts.calls) / static_cast<double>(window.width))},
      {"p50Seconds", quantileOf(counts, 0.50)},
      {"p90Seconds", quantileOf(counts, 0.90)},
      {"p99Seconds", quantileOf(counts, 0.99)},
      {"maxSeconds", timed ? Value(static_cast<double>(counts.maxTicks) * kSecond) : Value(nullptr)},
      {"totalSeconds", timed ? Value(static_cast<double>(counts.sumTicks) * kSecond) : Value(nullptr)},
      {"latencies", latencies(counts.histogram)},
      {"sizes", sizesOf(counts)},
      {"types", typesOf(counts)},
      {"errorKinds", errorKindRows(telemetry::rowsOf(counts.errorKinds))},
      {"memory", memoryNumbers(counts.memory)},
  };
}

}  // namespace

std::string functionCourseJson(std::uint64_t function, const CourseQuery& query,
                               const history::Course& course) {
  Array versions, windows;
  SiteCounts all;
  for (const history::FunctionVersion& version : course.versions) versions.push_back(versionJson(version));
  for (const history::Window& window : course.windows) {
    windows.push_back(windowJson(window));
    telemetry::addSizes(all.sizes, window.counts.sizes);
    telemetry::addTypes(all.types, window.counts.types);
    telemetry::addErrorKinds(all.errorKinds, window.counts.errorKinds);
    telemetry::addMemory(all.memory, window.counts.memory);
  }
  return document::writeJson(Object{{"version", Value(kCourseVersion)},
                                    {"id", "0x" + hex64(function)},
                                    {"since", Value(query.period.since)},
                                    {"until", Value(query.period.until)},
                                    {"step", Value(query.step)},
                                    {"versions", std::move(versions)},
                                    {"windows", std::move(windows)},
                                    {"sizes", sizesOf(all)},
                                    {"types", typesOf(all)},
                                    {"errorKinds", errorKindRows(telemetry::rowsOf(all.errorKinds))},
                                    {"memory", memoryNumbers(all.memory)},
                                    {"complexity", complexityJson(course)}});
}

}  // namespace assay::serve
