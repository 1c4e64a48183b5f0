// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "emit/review/error_words.h"
#include "insight/attention.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"
#include "vocabulary/size_bucket.h"

namespace assay::emit::review {
namespace {

using insight::Estimate;
using insight::Finding;
using insight::FindingKind;
using insight::FunctionReview;
using insight::Missing;
using insight::Standing;
using telemetry::countText;
using telemetry::durationText;

constexpr double kNanosecond = 1e-9;

// After the point, for a value to have three figures; small ones have two.
int decimalsOf(double value) {
  if (value == 0) return 0;
  const int place = static_cast<int>(std::floor(std::log10(std::abs(value))));
  const int figures = place < -2 ? 1 : 2;  // after the first
  return std::clamp(figures - place, 0, 8);
}

std::string threeFigures(double value) {
  return value == 0 ? "0" : fmt::format("{:.{}f}", value, decimalsOf(value));
}

// Both ends with as many decimals as the larger one has: more of them on the other end say nothing.
std::string endsText(double low, double high) {
  const int decimals = decimalsOf(std::abs(low) > std::abs(high) ? low : high);
  const auto text = [&](double end) {
    const bool isNone = std::abs(end) < 0.5 * std::pow(10, -decimals);
    return isNone ? std::string("0") : fmt::format("{:.{}f}", end, decimals);
  };
  return text(low) + " to " + text(high);
}

// "8.8 to 10.2", "8.8 or more".
std::string timesText(const insight::Interval& interval) {
  if (!std::isfinite(interval.high)) return threeFigures(interval.low) + " or more";
  return endsText(interval.low, interval.high);
}

std::string seconds(double nanoseconds) {
  return durationText(nanoseconds * kNanosecond);
}

std::string rounded(double value) {
  return countText(static_cast<std::uint64_t>(std::llround(std::clamp(value, 0.0, 1e15))));
}

std::string chanceText(double adjusted) {
  return adjusted < 1e-4 ? "p < 0.0001" : fmt::format("p = {:.2g}", adjusted);
}

std::string moreErrorsText(const FunctionReview& review, const Finding& finding) {
  const insight::ErrorReview& errors = review.errors;
  return fmt::format("fails more often: {} -> {} of calls, by {}; {} calls more; {}",
                     percentText(errors.before.rate()), percentText(errors.after.rate()),
                     pointsText(errors.difference.interval), rounded(insight::moreErrors(review)),
                     chanceText(finding.adjusted));
}

std::string moreOfKindText(const FunctionReview& review, const Finding& finding) {
  const insight::ErrorKind& kind = review.errorKinds[finding.errorKind];
  const std::string with = "fails more often with " + kindText(kind.kind);
  const std::string of =
      fmt::format("{} of {} failures", rounded(kind.after.events), rounded(review.errors.after.events));
  if (kind.before.events == 0)
    return fmt::format("{}, as it did not before: {} of calls; {}; {}", with, percentText(kind.after.rate()),
                       of, chanceText(finding.adjusted));
  return fmt::format("{}: {} -> {} of calls, {} times ({}) as often as before; {}; {}", with,
                     percentText(kind.before.rate()), percentText(kind.after.rate()),
                     threeFigures(kind.lift.value), timesText(kind.lift.interval), of,
                     chanceText(finding.adjusted));
}

std::string slowerText(const FunctionReview& review, const Finding& finding) {
  const insight::TimeReview& times = review.times;
  return fmt::format("slower{}: mean {} -> {}, {}; {} more; {}",
                     review.complexity.points.empty() ? "" : " at the same sizes",
                     seconds(times.meanBefore.value), seconds(times.meanAfter.value),
                     factorText(times.sameSizes.change.factor), durationText(insight::moreSeconds(review)),
                     chanceText(finding.adjusted));
}

std::string quantileText(const FunctionReview& review, const Finding& finding) {
  const bool tail = finding.kind == FindingKind::SlowerTail;
  for (const insight::QuantileReview& quantile : review.times.quantiles)
    if ((quantile.q > 0.5) == tail)
      return fmt::format("{}: {} -> {}, {}; {}", tail ? "slowest 1 % slower" : "median slower",
                         seconds(quantile.before.value), seconds(quantile.after.value),
                         factorText(quantile.change.factor), chanceText(finding.adjusted));
  return {};
}

std::string signedBytes(double bytes) {
  return (bytes < 0 ? "-" : "") + telemetry::bytesText(std::abs(bytes));
}

std::string keepsMoreText(const FunctionReview& review, const Finding& finding) {
  const insight::MemoryReview& memory = review.memory;
  return fmt::format("keeps more memory: {} -> {} per call, by {}; {} more kept; {}",
                     signedBytes(memory.keptBefore.value), signedBytes(memory.keptAfter.value),
                     bytesText(memory.kept.difference), telemetry::bytesText(insight::moreBytesKept(review)),
                     chanceText(finding.adjusted));
}

std::string allocatesMoreText(const FunctionReview& review, const Finding& finding) {
  const insight::MemoryReview& memory = review.memory;
  return fmt::format("allocates more memory: {} -> {} per call, {}; {} more; {}",
                     signedBytes(memory.allocatedBefore.value), signedBytes(memory.allocatedAfter.value),
                     factorText(memory.allocated.factor),
                     telemetry::bytesText(insight::moreBytesAllocated(review)), chanceText(finding.adjusted));
}

std::string growsMoreText(const FunctionReview& review, const Finding& finding) {
  if (!review.growth) return "grows more steeply";
  const auto exponent = [](const Estimate& one) {
    return fmt::format("n^{:.2f} ({:.2f} to {:.2f})", one.value, one.interval.low, one.interval.high);
  };
  return fmt::format("grows more steeply over the same sizes: time as {} -> {}; {}",
                     exponent(review.growth->before), exponent(review.growth->after),
                     chanceText(finding.adjusted));
}

// Of times the value is a logarithm.
std::string driftText(const Finding& finding) {
  const double perDay = finding.onset.perDay;
  switch (finding.kind) {
    case FindingKind::MoreErrors:
      return fmt::format("{} percentage points a day", threeFigures(100 * perDay));
    case FindingKind::KeepsMore:
    case FindingKind::AllocatesMore: return signedBytes(perDay) + " a day";
    default: return factorText(std::exp(perDay)) + " a day";
  }
}

std::string carrierText(const insight::Stratum& stratum) {
  const std::string inputs = inputText(stratum);
  const auto [low, high] = stratum.lift.interval;
  return fmt::format("inputs of {} fail in {} of calls, {} times ({}) as often as all; {} of {}; {}", inputs,
                     percentText(stratum.errors / stratum.calls), threeFigures(stratum.lift.value),
                     endsText(low, high), rounded(stratum.errors), rounded(stratum.calls),
                     chanceText(stratum.adjusted));
}

std::string fartherText(const insight::Complexity& complexity) {
  const double size = insight::fartherSize(complexity);
  const auto time = insight::timeAt(complexity, size);
  if (!time) return "";
  return fmt::format("; at size {} about {}", rounded(size), nanosecondsText(*time));
}

}  // namespace

std::uint64_t wholeNumber(double count) {
  return static_cast<std::uint64_t>(std::clamp(count, 0.0, 0x1p63));
}

std::string momentText(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  const std::string tail = clock.seconds().count() == 0 ? "" : fmt::format(":{:02}", clock.seconds().count());
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}{} UTC", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()), clock.hours().count(), clock.minutes().count(), tail);
}

std::string lengthText(std::int64_t seconds) {
  struct Unit {
    std::int64_t seconds;
    const char* name;
  };
  for (const Unit& unit : {Unit{86400, "d"}, Unit{3600, "h"}, Unit{60, "min"}})
    if (seconds >= unit.seconds && seconds % unit.seconds == 0)
      return fmt::format("{} {}", seconds / unit.seconds, unit.name);
  return fmt::format("{} s", seconds);
}

std::string percentText(double rate) {
  return std::abs(rate) < 1e-8 ? "0 %" : threeFigures(100 * rate) + " %";
}

std::string percentText(const insight::Interval& interval) {
  return endsText(100 * interval.low, 100 * interval.high) + " %";
}

std::string pointsText(const insight::Interval& interval) {
  const std::string percents = percentText(interval);
  return percents.substr(0, percents.size() - 1) + "percentage points";
}

std::string factorText(double factor) {
  return std::isfinite(factor) ? "x " + threeFigures(factor) : "-";
}

std::string factorText(const Estimate& factor) {
  const auto [low, high] = factor.interval;
  const std::string ends = std::isfinite(high) ? endsText(low, high) : threeFigures(low) + " or more";
  return fmt::format("{} ({})", factorText(factor.value), ends);
}

std::string nanosecondsText(const Estimate& time) {
  const auto [low, high] = time.interval;
  if (!std::isfinite(low)) return seconds(time.value);
  const std::string end = std::isfinite(high) ? " to " + seconds(high) : " or more";
  return fmt::format("{} ({}{})", seconds(time.value), seconds(std::max(0.0, low)), end);
}

std::string bytesText(const Estimate& bytes) {
  const auto [low, high] = bytes.interval;
  if (!std::isfinite(low) || !std::isfinite(high)) return signedBytes(bytes.value);
  return fmt::format("{} ({} to {})", signedBytes(bytes.value), signedBytes(low), signedBytes(high));
}

std::string memoryText(const insight::MemoryReview& memory) {
  if (memory.callsAfter <= 0) return "its memory is not known";
  return fmt::format("a call allocates {} and keeps {}", signedBytes(memory.allocatedAfter.value),
                     bytesText(memory.keptAfter));
}

std::string memoryBySizeText(const insight::MemoryReview& memory) {
  if (!memory.bySize) return {};
  return fmt::format(
      "a call allocates {} more for each unit of its input's size, as windows of other sizes show",
      bytesText(*memory.bySize));
}

std::string sizesText(unsigned first, unsigned last) {
  const std::uint64_t low = vocabulary::smallestSize(first);
  if (last + 1 >= vocabulary::kSizeBucketCount) return countText(low) + " or more";
  const std::uint64_t high = last == 0 ? 0 : vocabulary::smallestSize(last + 1) - 1;
  return low == high ? countText(low) : fmt::format("{} to {}", countText(low), countText(high));
}

std::string inputText(const insight::Stratum& stratum) {
  if (stratum.isSize) return "size " + sizesText(stratum.firstSize, stratum.lastSize);
  return stratum.type.empty() ? std::string("other types") : "type " + visibleText(stratum.type);
}

std::string subjectText(const insight::Subject& subject) {
  std::string text = visibleText(subject.name);
  if (!subject.model.empty()) text += " (" + visibleText(subject.model) + ")";
  if (!subject.file.empty()) text += fmt::format(" {}:{}", visibleText(subject.file), subject.line);
  return text;
}

std::string_view phraseOf(FindingKind kind) {
  switch (kind) {
    case FindingKind::MoreErrors: return "fails more often";
    case FindingKind::MoreOfKind: return "more errors of a kind";
    case FindingKind::Slower: return "slower";
    case FindingKind::SlowerHalf: return "median slower";
    case FindingKind::SlowerTail: return "slowest 1 % slower";
    case FindingKind::KeepsMore: return "keeps more memory";
    case FindingKind::AllocatesMore: return "allocates more memory";
    case FindingKind::GrowsMore: return "grows more steeply";
    case FindingKind::FailsOften: return "fails often";
    case FindingKind::InputsFail: return "inputs that fail";
    case FindingKind::SteepGrowth: return "grows steeply";
    case FindingKind::BreaksPromise: return "breaks its promise";
  }
  return "";
}

std::string_view codeOf(FindingKind kind) {
  switch (kind) {
    case FindingKind::MoreErrors: return "more-errors";
    case FindingKind::MoreOfKind: return "more-of-kind";
    case FindingKind::Slower: return "slower";
    case FindingKind::SlowerHalf: return "slower-median";
    case FindingKind::SlowerTail: return "slower-tail";
    case FindingKind::KeepsMore: return "keeps-more";
    case FindingKind::AllocatesMore: return "allocates-more";
    case FindingKind::GrowsMore: return "grows-more";
    case FindingKind::FailsOften: return "fails-often";
    case FindingKind::InputsFail: return "inputs-fail";
    case FindingKind::SteepGrowth: return "steep-growth";
    case FindingKind::BreaksPromise: return "breaks-promise";
  }
  return "";
}

std::string_view codeOf(Standing standing) {
  switch (standing) {
    case Standing::Worse: return "worse";
    case Standing::Fragile: return "fragile";
    case Standing::Trusted: return "trusted";
    case Standing::Unknown: return "unknown";
  }
  return "";
}

std::string_view reasonOf(Missing missing) {
  switch (missing) {
    case Missing::Nothing: return "";
    case Missing::Calls: return "too few calls, or in too few windows";
    case Missing::PeriodBefore: return "no calls in the period before";
    case Missing::Ends: return "counted at its entry alone: neither errors nor times are known";
    case Missing::LikeInputs: return "most of its inputs have other sizes than before";
    case Missing::Precision: return "its numbers vary too much to rule a change out";
  }
  return "";
}

namespace {

std::string withoutOnset(const FunctionReview& review, const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::MoreErrors: return moreErrorsText(review, finding);
    case FindingKind::MoreOfKind: return moreOfKindText(review, finding);
    case FindingKind::Slower: return slowerText(review, finding);
    case FindingKind::SlowerHalf:
    case FindingKind::SlowerTail: return quantileText(review, finding);
    case FindingKind::KeepsMore: return keepsMoreText(review, finding);
    case FindingKind::AllocatesMore: return allocatesMoreText(review, finding);
    case FindingKind::FailsOften:
      return fmt::format("fails often: in {} of calls ({})", percentText(review.errors.after.rate()),
                         percentText(review.errors.rateAfter.interval));
    case FindingKind::InputsFail: return carrierText(finding.stratum);
    case FindingKind::GrowsMore: return growsMoreText(review, finding);
    case FindingKind::SteepGrowth: return "grows steeply: " + growthText(review.complexity);
    case FindingKind::BreaksPromise:
      return fmt::format("breaks its promise of {}: {}",
                         review.subject.promise ? visibleText(review.subject.promise->text) : "",
                         growthText(review.complexity));
  }
  return {};
}

}  // namespace

std::string findingText(const FunctionReview& review, const Finding& finding) {
  const std::string onset = onsetText(finding);
  return withoutOnset(review, finding) + (onset.empty() ? "" : "; " + onset);
}

std::string onsetText(const Finding& finding) {
  const insight::Onset& onset = finding.onset;
  if (onset.kind == insight::OnsetKind::Step) {
    const std::string at = "in one step, at " + momentText(onset.since);
    if (onset.earliest == onset.latest) return at;
    return fmt::format("{} (between {} and {})", at, momentText(onset.earliest), momentText(onset.latest));
  }
  return onset.kind == insight::OnsetKind::Drift ? "little by little, " + driftText(finding) : std::string();
}

std::string growthText(const insight::Complexity& complexity) {
  using insight::Growth;
  if (complexity.points.empty()) return "sizes of inputs are known in too few windows, or none";
  const std::string sizes =
      "sizes " + sizesText(complexity.points.front().bucket, complexity.points.back().bucket);
  if (complexity.growth == Growth::Constant)
    return fmt::format("time is O(1) over {}: it grows by less than 5 %", sizes);
  const std::string classText =
      complexity.growth ? std::string(insight::nameOf(*complexity.growth))
                        : fmt::format("class not identifiable ({})", insight::reasonOf(complexity.why));
  if (!complexity.exponent) return fmt::format("{}; no growth is seen over {}", classText, sizes);
  const Estimate& exponent = *complexity.exponent;
  return fmt::format("time as n^{:.2f} ({:.2f} to {:.2f}), {}, over {}{}", exponent.value,
                     exponent.interval.low, exponent.interval.high, classText, sizes,
                     fartherText(complexity));
}

std::string mixText(const FunctionReview& review) {
  if (!review.comparable || !insight::sizesMoved(review)) return {};
  const insight::TimeReview& times = review.times;
  const bool up = times.mean.factor.value > times.sameSizes.change.factor.value;
  return fmt::format("inputs became {}: the mean is {}, at the same sizes {} ({} of calls compared)",
                     up ? "larger" : "smaller", factorText(times.mean.factor.value),
                     factorText(times.sameSizes.change.factor), percentText(times.sameSizes.covered));
}

std::string bodyText(const FunctionReview& review, const Period& after) {
  const insight::BodySeen* latest = insight::newBodyOf(review, after.since);
  return latest == nullptr ? std::string() : fmt::format("a new body since {}", momentText(latest->first));
}

}  // namespace assay::emit::review
