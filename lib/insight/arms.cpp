// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/arms.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "insight/latency.h"
#include "telemetry/quantile.h"
#include "vocabulary/histogram.h"

namespace assay::insight {
namespace {

using Latencies = std::vector<std::pair<unsigned, std::uint64_t>>;

constexpr double kShortest = 0.5;       // for the logarithm of a duration of 0 ns
constexpr double kSheppard = 1 / 12.0;  // of the square of a bucket's width
constexpr double kRounding = 1e-9;
constexpr double kOneBucket = 0.5;  // share of calls from which on a histogram is coarse

const double kBucketWidth = std::log(kBucketRatio);

double logOfBucket(unsigned bucket) {
  static const std::array<double, vocabulary::kBucketCount> kLogs = [] {
    std::array<double, vocabulary::kBucketCount> logs{};
    for (unsigned i = 0; i < logs.size(); ++i)
      logs[i] = std::log(std::max(kShortest, telemetry::middleOf(i)));
    return logs;
  }();
  return kLogs[std::min(bucket, vocabulary::kOverflowBucket)];
}

// Both sorted by bucket; counts of `right` are added, or taken off as far as there are any.
Latencies merged(const Latencies& left, const Latencies& right, bool add) {
  Latencies result;
  auto a = left.begin(), b = right.begin();
  while (a != left.end() || b != right.end()) {
    const bool both = a != left.end() && b != right.end() && a->first == b->first;
    if (both) {
      const std::uint64_t less = a->second - std::min(a->second, b->second);
      result.emplace_back(a->first, add ? a->second + b->second : less);
      ++a, ++b;
    } else if (b == right.end() || (a != left.end() && a->first < b->first)) {
      result.push_back(*a++);
    } else if (add) {
      result.push_back(*b++);
    } else {
      ++b;
    }
  }
  std::erase_if(result, [](const auto& cell) { return cell.second == 0; });
  return result;
}

void takeOff(ArmCalls& from, const ArmCalls& part) {
  from.calls = std::max(0.0, from.calls - part.calls);
  from.errors = std::max(0.0, from.errors - part.errors);
  from.unseen = std::max(0.0, from.unseen - part.unseen);
  from.timed = std::max(0.0, from.timed - part.timed);
  from.nanoseconds = std::max(0.0, from.nanoseconds - part.nanoseconds);
  if (part.timed > 0 && part.latencies.empty())
    from.latencies.clear();  // nobody knows whose they are
  else
    from.latencies = merged(from.latencies, part.latencies, false);
}

struct LogTimes {
  double calls = 0;
  double mean = 0;
  double variance = 0;
  double mostInOne = 0;  // share of calls
};

LogTimes logTimesOf(const Latencies& latencies) {
  LogTimes times;
  double most = 0, squares = 0;
  for (const auto& [bucket, count] : latencies) {
    const auto calls = static_cast<double>(count);
    times.calls += calls;
    times.mean += calls * logOfBucket(bucket);
    most = std::max(most, calls);
  }
  if (times.calls <= 0) return {};
  times.mean /= times.calls;
  for (const auto& [bucket, count] : latencies)
    squares += static_cast<double>(count) * std::pow(logOfBucket(bucket) - times.mean, 2);
  times.variance = squares / times.calls + kSheppard * kBucketWidth * kBucketWidth;
  times.mostInOne = most / times.calls;
  return times;
}

bool hasSum(const ArmCalls& calls) {
  return calls.timed > 0 && calls.nanoseconds > 0;
}

TimeDifference ofBuckets(const LogTimes& old, const LogTimes& fresh) {
  const double all = old.calls + fresh.calls;
  const double most = std::max(old.mostInOne, fresh.mostInOne);
  return {fresh.mean - old.mean, old.calls * fresh.calls / all,
          (old.calls * old.variance + fresh.calls * fresh.variance) / all,
          most > kOneBucket ? most * kBucketWidth : 0};
}

}  // namespace

ArmWindow armWindowOf(const Window& window) {
  ArmWindow arm{{window.calls, window.errors, window.timed, window.nanoseconds, window.latencies}};
  for (const auto& [size, cell] : window.sizes)
    arm.sizes[size] = {cell.calls, cell.errors, cell.calls, cell.nanoseconds};
  if (!window.entryOnly) return arm;
  const auto hide = [](ArmCalls& calls) { calls.errors = 0, calls.unseen = calls.calls; };
  hide(arm.all);
  for (auto& [size, calls] : arm.sizes) hide(calls);
  return arm;
}

void addArmCalls(ArmCalls& to, const ArmCalls& from) {
  to.calls += from.calls;
  to.errors += from.errors;
  to.unseen += from.unseen;
  to.timed += from.timed;
  to.nanoseconds += from.nanoseconds;
  to.latencies = to.latencies.empty() ? from.latencies : merged(to.latencies, from.latencies, true);
}

void addArmWindow(ArmWindow& to, const ArmWindow& from) {
  addArmCalls(to.all, from.all);
  for (const auto& [size, calls] : from.sizes) addArmCalls(to.sizes[size], calls);
}

std::map<unsigned, ArmCalls> partsOf(const ArmWindow& window) {
  std::map<unsigned, ArmCalls> parts = window.sizes;
  ArmCalls rest = window.all;
  for (const auto& [size, calls] : window.sizes) takeOff(rest, calls);
  if (rest.calls > 0 || rest.timed > 0) parts[kUnsized] = std::move(rest);
  return parts;
}

TimeDifference timeDifference(const ArmCalls& old, const ArmCalls& fresh) {
  const LogTimes a = logTimesOf(old.latencies), b = logTimesOf(fresh.latencies);
  const bool buckets = a.calls > 0 && b.calls > 0;
  TimeDifference difference;
  if (buckets) difference = ofBuckets(a, b);
  const bool alike = buckets && difference.spread < kBucketWidth * kBucketWidth;
  if ((buckets && !alike) || !hasSum(old) || !hasSum(fresh)) return difference;
  difference.value = std::log(fresh.nanoseconds / fresh.timed) - std::log(old.nanoseconds / old.timed);
  difference.weight = old.timed * fresh.timed / (old.timed + fresh.timed);
  difference.resolution = 0;
  return difference;
}

ArmCounts slowCalls(const ArmCalls& old, const ArmCalls& fresh, unsigned threshold) {
  ArmCounts counts;
  for (const auto& [calls, count] : {std::pair(&old, &counts.old), std::pair(&fresh, &counts.fresh)})
    for (const auto& [bucket, number] : calls->latencies) {
      count->trials += static_cast<double>(number);
      if (bucket >= threshold) count->events += static_cast<double>(number);
    }
  return counts;
}

unsigned thresholdOf(const ArmCalls& both, double q) {
  double all = 0, above = 0;
  for (const auto& [bucket, number] : both.latencies) all += static_cast<double>(number);
  for (auto cell = both.latencies.rbegin(); cell != both.latencies.rend(); ++cell) {
    above += static_cast<double>(cell->second);
    if (above >= (1 - q) * all * (1 - kRounding)) return cell->first;
  }
  return 0;
}

}  // namespace assay::insight
