// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A verdict for programs.
#include <algorithm>
#include <cmath>

#include "emit/experiment/experiment.h"
#include "emit/experiment/verdict_wording.h"
#include "vocabulary/size_bucket.h"

namespace assay::emit::experiment {
namespace {

using document::Array;
using document::Object;
using document::Value;
using insight::Question;
using insight::Verdict;

constexpr int kVerdictVersion = 1;
constexpr double kSecondOfNanoseconds = 1e-9;
constexpr double kLargestCount = 9e18;

Value finite(double value) {
  return std::isfinite(value) ? Value(value) : Value(nullptr);
}

Value whole(double count) {
  return Value(static_cast<std::uint64_t>(std::clamp(count, 0.0, kLargestCount)));
}

Value secondsOrNull(double nanoseconds) {
  return nanoseconds > 0 ? finite(nanoseconds * kSecondOfNanoseconds) : Value(nullptr);
}

Value intervalValue(const insight::Estimate& estimate) {
  return Object{{"value", finite(estimate.value)},
                {"low", finite(estimate.interval.low)},
                {"high", finite(estimate.interval.high)}};
}

Value armValue(const insight::ArmSummary& arm) {
  return Object{{"calls", whole(arm.calls)},
                {"errors", whole(arm.errors)},
                {"geometricMeanSeconds", secondsOrNull(arm.geometricMean)},
                {"p99Seconds", secondsOrNull(arm.tail)}};
}

// Exclusive; null where there is no end.
Value sizesValue(const Question& question) {
  if (question.firstSize == insight::kUnsized) return Value(nullptr);
  const unsigned end = question.lastSize + 1;
  return Object{
      {"from", Value(vocabulary::smallestSize(question.firstSize))},
      {"to", end < vocabulary::kSizeBucketCount ? Value(vocabulary::smallestSize(end)) : Value(nullptr)}};
}

Value questionValue(const Question& question) {
  const bool asked = question.levelGood > 0;
  Object object = {{"metric", std::string(codeOf(question.metric))}};
  if (question.metric == insight::Metric::TimeOfSizes) object.push_back({"sizes", sizesValue(question)});
  object.push_back({"change", intervalValue(question.effect)});
  object.push_back({"promoteBelow", asked ? finite(question.limits.promoteBelow) : Value(nullptr)});
  object.push_back({"rollBackAbove", finite(question.limits.rollBackAbove)});
  object.push_back({"levelOfLow", finite(question.levelWorse)});
  object.push_back({"levelOfHigh", asked ? finite(question.levelGood) : finite(question.levelWorse)});
  object.push_back({"logEvidenceOfChange", finite(question.evidenceOfChange)});
  object.push_back({"dispersion", finite(question.dispersion)});
  object.push_back({"worse", Value(question.worse)});
  object.push_back({"goodEnough", asked ? Value(question.good) : Value(nullptr)});
  return object;
}

Object numbersOf(const Verdict& verdict) {
  Array questions;
  for (const Question& question : verdict.questions) questions.push_back(questionValue(question));
  return {{"windows", whole(verdict.windows)},
          {"witnesses", whole(verdict.witnesses)},
          {"old", armValue(verdict.old)},
          {"new", armValue(verdict.fresh)},
          {"shareToConfigured", verdict.share.known ? intervalValue(verdict.share.factor) : Value(nullptr)},
          {"level", finite(verdict.plan.level)},
          {"questions", std::move(questions)}};
}

Value withNumbers(Object head, const Verdict& verdict) {
  for (document::Member& member : numbersOf(verdict)) head.push_back(std::move(member));
  return head;
}

}  // namespace

Value valueOf(std::string_view name, const Verdict& verdict) {
  return withNumbers({{"version", Value(kVerdictVersion)},
                      {"name", std::string(name)},
                      {"decision", std::string(codeOf(verdict.decision))},
                      {"because", std::string(codeOf(verdict.because))},
                      {"text", reasonText(verdict)}},
                     verdict);
}

Value valueOf(std::string_view name, const insight::SelfCheck& check) {
  return withNumbers(
      {{"version", Value(kVerdictVersion)}, {"name", std::string(name)}, {"off", Value(check.off)}},
      check.verdict);
}

std::string writeJson(std::string_view name, const Verdict& verdict) {
  return document::writeJson(valueOf(name, verdict));
}

}  // namespace assay::emit::experiment
