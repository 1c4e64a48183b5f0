// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/error_kinds.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "telemetry/error_kinds.h"

namespace assay::insight {
namespace {

constexpr double kLeastTold = 0.9;  // of the failures: an older history has errors of no kind
constexpr double kNanosecondsOfSecond = 1e9;

double errorsOfKind(const Window& window, const std::string& kind) {
  for (const auto& [name, errors] : window.errorKinds)
    if (name == kind) return errors;
  return 0;
}

std::vector<Part> partsOf(Windows windows, const std::string& kind) {
  std::vector<Part> parts;
  for (const Window& window : windows)
    parts.push_back(window.entryOnly ? Part{} : Part{errorsOfKind(window, kind), window.calls});
  return parts;
}

Count sumOf(const std::vector<Part>& parts) {
  Count sum;
  for (const Part& part : parts) {
    sum.events += part.amount;
    sum.trials += part.units;
  }
  return sum;
}

struct Kinds {
  std::set<std::string> names;
  double told = 0;    // failures that have a kind
  double failed = 0;  // all
  double calls = 0;

  explicit Kinds(Windows windows) {
    for (const Window& window : windows) {
      if (window.entryOnly) continue;
      calls += window.calls;
      failed += window.errors;
      for (const auto& [name, errors] : window.errorKinds) {
        told += errors;
        names.insert(name);
      }
    }
  }
};

// In bursts a failure tells less than one that stands for itself.
double weightOfErrors(Windows windows, double calls) {
  return calls > 0 ? errorsOf(windows).trials / calls : 1;
}

void compare(ErrorKind& kind, const std::vector<Part>& before, const std::vector<Part>& after) {
  const Count old = effectiveCount(before), now = effectiveCount(after);
  kind.comparable = true;
  kind.lift = ratioOfRates(now, old);
  kind.chance = chanceOfMore(old, now);
}

std::string kindOf(const telemetry::Failure& failure) {
  if (!failure.thrown) return telemetry::kReturnedError;
  return failure.exception.empty() ? telemetry::kUnnamedException : failure.exception;
}

}  // namespace

std::vector<ErrorKind> errorKinds(Windows before, Windows after) {
  const Kinds old(before), now(after);
  std::set<std::string> names = old.names;
  names.insert(now.names.begin(), now.names.end());
  const bool comparable = old.calls > 0 && now.calls > 0 && old.told >= kLeastTold * old.failed;
  const double weight = weightOfErrors(after, now.calls);
  std::vector<ErrorKind> kinds;
  for (const std::string& name : names) {
    const std::vector<Part> was = partsOf(before, name), is = partsOf(after, name);
    ErrorKind kind{.kind = name, .before = sumOf(was), .after = sumOf(is), .share = {}};
    kind.share = wilson({kind.after.events * weight, now.told * weight});
    kind.lift = {1, {0, std::numeric_limits<double>::infinity()}};
    if (comparable) compare(kind, was, is);
    kinds.push_back(std::move(kind));
  }
  std::ranges::sort(kinds, {}, [](const ErrorKind& kind) {
    return std::tuple(kind.kind == telemetry::kOtherExceptions, -kind.after.events, kind.kind);
  });
  return kinds;
}

std::vector<FailureShape> shapesOf(std::span<const telemetry::Failure> failures) {
  std::map<std::tuple<std::string, unsigned, std::string>, FailureShape> shapes;
  for (const telemetry::Failure& failure : failures) {
    const std::string kind = kindOf(failure);
    FailureShape& shape = shapes[{kind, failure.sizeBucket, failure.type}];
    shape.kind = kind;
    shape.sizeBucket = failure.sizeBucket;
    shape.type = failure.type;
    ++shape.failures;
    shape.longest = std::max(shape.longest, failure.seconds);
    const auto ended = static_cast<double>(failure.endedNanoseconds) / kNanosecondsOfSecond;
    shape.last = std::max(shape.last, static_cast<std::int64_t>(ended));
  }
  std::vector<FailureShape> sorted;
  for (auto& [key, shape] : shapes) sorted.push_back(std::move(shape));
  std::ranges::sort(sorted, [](const FailureShape& a, const FailureShape& b) {
    return std::tie(b.failures, b.last, a.kind, a.sizeBucket, a.type) <
           std::tie(a.failures, a.last, b.kind, b.sizeBucket, b.type);
  });
  return sorted;
}

}  // namespace assay::insight
