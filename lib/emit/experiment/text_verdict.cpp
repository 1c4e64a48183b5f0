// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A verdict for a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "emit/experiment/experiment.h"
#include "emit/experiment/verdict_wording.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::experiment {
namespace {

using insight::ArmSummary;
using insight::Metric;
using insight::Question;
using insight::Verdict;

constexpr double kSecondsOfNanosecond = 1e-9;

std::string timeText(double nanoseconds) {
  return nanoseconds > 0 ? telemetry::durationText(nanoseconds * kSecondsOfNanosecond) : std::string("-");
}

std::string errorsText(const ArmSummary& arm) {
  const double seen = arm.calls - arm.unseen;
  return seen > 0 ? fmt::format("{:.3g} %", 100 * arm.errors / seen) : std::string("-");
}

std::string armText(const Question& question, const ArmSummary& arm) {
  switch (question.metric) {
    case Metric::Time: return timeText(arm.geometricMean);
    case Metric::Tail: return timeText(arm.tail);
    case Metric::Errors: return errorsText(arm);
    case Metric::TimeOfSizes: break;
  }
  return "";
}

std::string_view standingText(const Question& question) {
  if (question.worse) return "worse";
  return question.good ? "good enough" : question.levelGood > 0 ? "open" : "not worse";
}

std::string promotedBelow(const Question& question) {
  return question.levelGood > 0 ? limitText(question, question.limits.promoteBelow) : std::string("-");
}

std::string rowText(const Verdict& verdict, const Question& question) {
  return fmt::format("  {:<28}{:>10}{:>10}  {:<36}{:<14}{:<17}{}\n", metricText(question),
                     armText(question, verdict.old), armText(question, verdict.fresh), effectText(question),
                     promotedBelow(question), limitText(question, question.limits.rollBackAbove),
                     standingText(question));
}

std::string shareText(const Verdict& verdict) {
  if (!verdict.share.known) return {};
  const auto& [value, interval] = verdict.share.factor;
  if (!std::isfinite(interval.high)) return fmt::format("; x {:.3f} of the configured share", value);
  return fmt::format("; x {:.3f} ({:.3f} to {:.3f}) of the configured share", value, interval.low,
                     interval.high);
}

std::string numbers(const Verdict& verdict) {
  std::string text = fmt::format("  {:.0f} windows; calls: {:.0f} old, {:.0f} new{}\n", verdict.windows,
                                 verdict.old.calls, verdict.fresh.calls, shareText(verdict));
  text += fmt::format("  {:<28}{:>10}{:>10}  {:<36}{:<14}{:<17}\n", "", "old", "new", "change",
                      "promote below", "roll back above");
  for (const Question& question : verdict.questions) text += rowText(verdict, question);
  return text;
}

std::string withoutEndBlanks(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    result += trimRight(std::string_view(text).substr(at, end - at));
    result += '\n';
    at = end + 1;
  }
  return result;
}

}  // namespace

std::string writeText(std::string_view name, const Verdict& verdict) {
  return withoutEndBlanks(
      fmt::format("{}: {}: {}\n", visibleText(name), decisionText(verdict.decision), reasonText(verdict)) +
      numbers(verdict));
}

std::string writeText(std::string_view name, const insight::SelfCheck& check) {
  std::string different;
  for (const Question& question : check.verdict.questions)
    if (question.worse) different += (different.empty() ? "" : ", ") + metricText(question);
  std::string said = "no difference of the old function to itself has been shown";
  if (check.off)
    said = different.empty() ? "the measurement is off: calls are not shared out as configured"
                             : "the measurement is off: the old function differs from itself by " + different;
  return withoutEndBlanks(fmt::format("{}: {}\n", visibleText(name), said) + numbers(check.verdict));
}

}  // namespace assay::emit::experiment
