// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "classic_tests.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "insight/distributions.h"
#include "insight/proportion.h"
#include "telemetry/quantile.h"

namespace assay::bench {
namespace {

constexpr double kPart = 0.05 / 3;
constexpr double kTwoSided98 = 2.3263478740408408;
constexpr double kTolerance = 0.25;

void read(const insight::ArmCalls& calls, int arm, WindowMetrics& metrics) {
  double timed = 0, above = 0;
  for (const auto& [bucket, number] : calls.latencies) {
    const auto count = static_cast<double>(number);
    timed += count;
    metrics.time[arm] += count * telemetry::middleOf(bucket);
    metrics.logTime[arm] += count * std::log(telemetry::middleOf(bucket));
  }
  for (auto cell = calls.latencies.rbegin(); cell != calls.latencies.rend(); ++cell) {
    above += static_cast<double>(cell->second);
    metrics.tail[arm] = telemetry::middleOf(cell->first);
    if (above > 0.01 * timed) break;
  }
  metrics.time[arm] /= std::max(timed, 1.0);
  metrics.logTime[arm] /= std::max(timed, 1.0);
  metrics.calls[arm] = calls.calls;
  metrics.errors[arm] = calls.errors;
}

double pairedTail(const std::vector<double>& differences) {
  const auto n = static_cast<double>(differences.size());
  const double mean = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
  double squares = 0;
  for (const double one : differences) squares += (one - mean) * (one - mean);
  if (squares <= 0) return mean > 0 ? 0 : 1;
  return insight::studentTail(mean / std::sqrt(squares / (n - 1) / n), n - 1);
}

// The Hodges-Lehmann shift with its interval: the median of all differences and their order statistics.
bool isHigh(const std::vector<double>& old, const std::vector<double>& fresh) {
  const auto sum = [](const std::vector<double>& all) {
    return std::accumulate(all.begin(), all.end(), 0.0);
  };
  if (std::ranges::equal(old, fresh) || (sum(old) == 0 && sum(fresh) == 0)) return false;
  std::vector<double> shifts;
  for (const double a : old)
    for (const double b : fresh) shifts.push_back(b - a);
  std::ranges::sort(shifts);
  const auto n = static_cast<double>(old.size()), m = static_cast<double>(fresh.size());
  const double rank = n * m / 2 - kTwoSided98 * std::sqrt(n * m * (n + m + 1) / 12);
  if (rank < 1) return false;
  const double low = shifts[static_cast<std::size_t>(rank) - 1];
  const double middle = shifts[shifts.size() / 2];
  return low > kTolerance * std::abs(middle) && sum(fresh) / m >= sum(old) / n;
}

}  // namespace

WindowMetrics metricsOf(const insight::ExperimentWindow& window) {
  WindowMetrics metrics;
  read(window.old.all, 0, metrics);
  read(window.fresh.all, 1, metrics);
  return metrics;
}

bool fixedSaysWorse(std::span<const WindowMetrics> windows) {
  if (windows.size() < 3) return false;
  std::vector<double> times, tails;
  insight::Count errors[2];
  for (const WindowMetrics& window : windows) {
    times.push_back(window.logTime[1] - window.logTime[0]);
    tails.push_back(std::log(std::max(window.tail[1], 1.0) / std::max(window.tail[0], 1.0)));
    for (const int arm : {0, 1}) {
      errors[arm].events += window.errors[arm];
      errors[arm].trials += window.calls[arm];
    }
  }
  return pairedTail(times) < kPart || pairedTail(tails) < kPart ||
         insight::chanceOfMore(errors[0], errors[1]) < kPart;
}

bool canarySaysWorse(std::span<const WindowMetrics> windows) {
  std::vector<double> series[3][2];
  for (const WindowMetrics& window : windows)
    for (const int arm : {0, 1}) {
      series[0][arm].push_back(window.time[arm]);
      series[1][arm].push_back(window.tail[arm]);
      series[2][arm].push_back(window.errors[arm] / std::max(window.calls[arm], 1.0));
    }
  return std::ranges::any_of(series, [](const auto& one) { return isHigh(one[0], one[1]); });
}

}  // namespace assay::bench
