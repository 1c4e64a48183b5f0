// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/experiment/verdict_wording.h"

#include <fmt/format.h>

#include <cmath>

#include "vocabulary/size_bucket.h"

namespace assay::emit::experiment {
namespace {

using insight::Because;
using insight::Decision;
using insight::Metric;
using insight::Question;

constexpr double kPoints = 100;  // of a share
constexpr double kManyTimes = 1000;

bool isDifference(const Question& question) {
  return question.metric == Metric::Errors;
}

// Two digits after the point, three where there would be nothing in them.
std::string pointsText(double difference) {
  const double points = kPoints * difference;
  return std::abs(points) < 0.1 ? fmt::format("{:+.4f}", points) : fmt::format("{:+.2f}", points);
}

std::string numberText(const Question& question, double value) {
  if (isDifference(question)) return pointsText(value);
  return value < kManyTimes ? fmt::format("{:.3f}", value) : fmt::format("{:.2g}", value);
}

bool isOpenBelow(const Question& question) {
  const double low = question.effect.interval.low;
  return isDifference(question) ? low <= -1 : !(low > 0);
}

bool isOpenAbove(const Question& question) {
  const double high = question.effect.interval.high;
  return isDifference(question) ? high >= 1 : !std::isfinite(high);
}

std::string rangeText(const Question& question) {
  const bool below = isOpenBelow(question), above = isOpenAbove(question);
  if (below && above) return "not known";
  const std::string low = numberText(question, question.effect.interval.low);
  const std::string high = numberText(question, question.effect.interval.high);
  if (below) return "up to " + high;
  if (above) return "from " + low;
  return low + " to " + high;
}

std::string windowsText(double windows) {
  return windows == 1 ? std::string("1 window") : fmt::format("{:.0f} windows", windows);
}

}  // namespace

std::string_view codeOf(Decision decision) {
  switch (decision) {
    case Decision::Continue: return "continue";
    case Decision::Promote: return "promote";
    case Decision::RollBack: return "roll-back";
    case Decision::Inconclusive: break;
  }
  return "inconclusive";
}

std::string_view codeOf(Because because) {
  switch (because) {
    case Because::TooFewWindows: return "too-few-windows";
    case Because::TooFewCalls: return "too-few-calls";
    case Because::NotShown: return "not-shown";
    case Because::GoodEnough: return "good-enough";
    case Because::Worse: return "worse";
    case Because::TimeIsUp: return "time-is-up";
    case Because::ShareIsOff: break;
  }
  return "share-is-off";
}

std::string_view codeOf(Metric metric) {
  switch (metric) {
    case Metric::Time: return "time";
    case Metric::TimeOfSizes: return "time-of-sizes";
    case Metric::Tail: return "p99";
    case Metric::Errors: break;
  }
  return "errors";
}

std::string_view decisionText(Decision decision) {
  return decision == Decision::RollBack ? "roll back" : codeOf(decision);
}

std::string reasonText(const insight::Verdict& verdict) {
  std::string worse;
  for (const Question& question : verdict.questions)
    if (question.worse) worse += (worse.empty() ? "" : ", ") + metricText(question);
  switch (verdict.because) {
    case Because::TooFewWindows:
      return fmt::format("{} with {} calls of both and more, it takes {:.0f}", windowsText(verdict.witnesses),
                         insight::kFewestCallsOfWitness, insight::kFewestWitnesses);
    case Because::TooFewCalls:
      return fmt::format("the new function had {:.0f} calls, it takes {:.0f}", verdict.fresh.calls,
                         verdict.plan.fewestCalls);
    case Because::NotShown: return "neither good enough nor worse has been shown";
    case Because::GoodEnough: return "all that is asked has been shown";
    case Because::Worse: return "shown to be beyond the guardrail: " + worse;
    case Because::TimeIsUp: return "nothing has been shown in " + windowsText(verdict.windows);
    case Because::ShareIsOff: break;
  }
  return "calls are not shared out as configured, so the arms may differ by more than the code";
}

std::string metricText(const Question& question) {
  switch (question.metric) {
    case Metric::Time: return "time";
    case Metric::Tail: return "p99";
    case Metric::Errors: return "errors";
    case Metric::TimeOfSizes: break;
  }
  if (question.firstSize == insight::kUnsized) return "time without a size";
  const std::uint64_t first = vocabulary::smallestSize(question.firstSize);
  if (question.lastSize + 1 >= vocabulary::kSizeBucketCount)
    return fmt::format("time of sizes from {}", first);
  return fmt::format("time of sizes {} to {}", first, vocabulary::smallestSize(question.lastSize + 1) - 1);
}

std::string effectText(const Question& question) {
  const double value = question.effect.value;
  const std::string range = rangeText(question);
  if (range == "not known") return range;
  if (isDifference(question)) return fmt::format("{} points ({})", pointsText(value), range);
  return std::isfinite(value) ? fmt::format("x {} ({})", numberText(question, value), range) : "x " + range;
}

std::string limitText(const Question& question, double limit) {
  if (!std::isfinite(limit)) return "-";
  return isDifference(question) ? fmt::format("{:+.3g} points", kPoints * limit)
                                : fmt::format("x {:.3g}", limit);
}

}  // namespace assay::emit::experiment
