// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/onset.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace assay::insight {
namespace {

constexpr std::size_t kFewestOfASeries = 8;
constexpr std::size_t kFewestOfALevel = 2;
constexpr double kLeastGain = 6;  // of Schwarz's criterion: "strong" evidence, as in complexity.h
constexpr double kSecondsOfDay = 86400;
constexpr double kCallsOfAWindow = 30;  // calls vary by 0.3, windows by 0.05: their variances are equal there

using Series = std::span<const SeriesPoint>;

// Weighted sums, from which the squares that a level or a line leaves follow.
struct Sums {
  double w = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;

  void add(const SeriesPoint& one, double moment) {
    w += one.weight;
    x += one.weight * moment;
    y += one.weight * one.value;
    xx += one.weight * moment * moment;
    xy += one.weight * moment * one.value;
    yy += one.weight * one.value * one.value;
  }
  [[nodiscard]] Sums without(const Sums& other) const {
    return {w - other.w, x - other.x, y - other.y, xx - other.xx, xy - other.xy, yy - other.yy};
  }
  [[nodiscard]] double ofLevel() const { return std::max(0.0, yy - y * y / w); }
  [[nodiscard]] double spread() const { return xx - x * x / w; }
  [[nodiscard]] double slope() const { return (xy - x * y / w) / spread(); }
  [[nodiscard]] double ofLine() const {
    return spread() > 0 ? std::max(0.0, ofLevel() - slope() * slope() * spread()) : ofLevel();
  }
};

// Values and moments around their middle: what is left of large numbers has no digits.
std::vector<Sums> sumsUpTo(Series series, double middle) {
  std::vector<Sums> sums(1);
  for (const SeriesPoint& one : series) {
    SeriesPoint centred = one;
    centred.value -= middle;
    sums.push_back(sums.back());
    sums.back().add(centred, static_cast<double>(one.start - series.front().start) / kSecondsOfDay);
  }
  return sums;
}

double criterion(double squares, std::size_t windows, int unknowns) {
  const auto n = static_cast<double>(windows);
  return n * std::log(squares / n) + unknowns * std::log(n);
}

// Of the step before each window; infinite where it leaves too few on a side.
std::vector<double> criteriaOfSteps(const std::vector<Sums>& sums, double least) {
  const std::size_t windows = sums.size() - 1;
  std::vector<double> criteria(windows, HUGE_VAL);
  for (std::size_t at = kFewestOfALevel; at + kFewestOfALevel <= windows; ++at) {
    const double squares = sums[at].ofLevel() + sums.back().without(sums[at]).ofLevel();
    criteria[at] = criterion(std::max(squares, least), windows, 3);
  }
  return criteria;
}

Onset stepAt(Series series, const std::vector<double>& criteria) {
  const double best = std::ranges::min(criteria);
  Onset onset{.kind = OnsetKind::Step};
  for (std::size_t at = 0; at < criteria.size(); ++at) {
    if (criteria[at] == best && onset.since == 0) onset.since = series[at].start;
    if (criteria[at] >= best + kLeastGain) continue;
    if (onset.earliest == 0) onset.earliest = series[at].start;
    onset.latest = series[at].start;
  }
  return onset;
}

// Expected, and what was.
struct Pair {
  double expected = 0;
  double seen = 0;
};

constexpr unsigned kSizeless = ~0U;

// Calls without a size are one size of their own.
template <class Each>
void eachCell(const Window& window, const Each& each) {
  double calls = window.timed, nanoseconds = window.nanoseconds;
  for (const auto& [bucket, cell] : window.sizes) {
    each(bucket, cell.calls, cell.nanoseconds);
    calls -= cell.calls;
    nanoseconds -= cell.nanoseconds;
  }
  if (calls > 0) each(kSizeless, calls, std::max(0.0, nanoseconds));
}

template <class Value>
std::vector<SeriesPoint> seriesOf(Windows before, Windows after, const Value& valueOf) {
  std::vector<SeriesPoint> series;
  for (const Windows& windows : {before, after})
    for (const Window& window : windows)
      if (const std::optional<SeriesPoint> one = valueOf(window); one && one->weight > 0)
        series.push_back({window.start, one->value, one->weight});
  return series;
}

double weightOfCalls(double calls) {
  return calls / (calls + kCallsOfAWindow);
}

}  // namespace

Onset onsetOf(Series series) {
  const auto inOrder = [](const SeriesPoint& one, const SeriesPoint& next) {
    return one.start >= next.start;
  };
  if (series.size() < kFewestOfASeries || series.front().start <= 0) return {};
  if (std::ranges::adjacent_find(series, inOrder) != series.end()) return {};
  const std::vector<Sums> sums = sumsUpTo(series, series.front().value);
  const Sums& all = sums.back();
  const double least = 1e-9 * all.ofLevel();
  if (least <= 0) return {};
  const std::vector<double> steps = criteriaOfSteps(sums, least);
  const double level = criterion(all.ofLevel(), series.size(), 1);
  const double line = criterion(std::max(all.ofLine(), least), series.size(), 2);
  const double step = std::ranges::min(steps);
  if (step + kLeastGain < std::min(level, line)) return stepAt(series, steps);
  if (line + kLeastGain < std::min(level, step)) return {.kind = OnsetKind::Drift, .perDay = all.slope()};
  return {};
}

std::vector<SeriesPoint> timeSeries(Windows before, Windows after) {
  std::map<unsigned, Cell> together;
  for (const Windows& windows : {before, after})
    for (const Window& window : windows)
      eachCell(window, [&](unsigned bucket, double calls, double nanoseconds) {
        together[bucket].calls += calls;
        together[bucket].nanoseconds += nanoseconds;
      });
  return seriesOf(before, after, [&](const Window& window) -> std::optional<SeriesPoint> {
    Pair pair;
    eachCell(window, [&](unsigned bucket, double calls, double nanoseconds) {
      pair.expected += calls * together[bucket].nanoseconds / together[bucket].calls;
      pair.seen += nanoseconds;
    });
    if (pair.expected <= 0 || pair.seen <= 0) return std::nullopt;
    return SeriesPoint{0, std::log(pair.seen / pair.expected), weightOfCalls(window.timed)};
  });
}

std::vector<SeriesPoint> errorSeries(Windows before, Windows after) {
  return seriesOf(before, after, [](const Window& window) -> std::optional<SeriesPoint> {
    if (window.calls <= 0 || window.entryOnly) return std::nullopt;
    return SeriesPoint{0, window.errors / window.calls, window.calls};
  });
}

std::vector<SeriesPoint> keptSeries(Windows before, Windows after) {
  return seriesOf(before, after, [](const Window& window) -> std::optional<SeriesPoint> {
    if (window.memory.calls <= 0) return std::nullopt;
    return SeriesPoint{0, window.memory.kept() / window.memory.calls, weightOfCalls(window.memory.calls)};
  });
}

std::vector<SeriesPoint> allocatedSeries(Windows before, Windows after) {
  return seriesOf(before, after, [](const Window& window) -> std::optional<SeriesPoint> {
    if (window.memory.calls <= 0) return std::nullopt;
    return SeriesPoint{0, window.memory.allocated / window.memory.calls, weightOfCalls(window.memory.calls)};
  });
}

}  // namespace assay::insight
