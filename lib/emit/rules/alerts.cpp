// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/alerts.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "emit/rules/expressions.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"
#include "vocabulary/recorded.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;

constexpr double kAllTheTime = 0.95;  // of the pieces of the day had a call

std::string latencyRegression(const Request& request) {
  const std::string general = numberText(request.options.latencyFactor);
  if (!std::ranges::any_of(request.thresholds,
                           [](const auto& one) { return one.second.latencyFactor.has_value(); }))
    return withFacts(fmt::format("{} > {}", v::kLatencyGrowth, general));
  return withFacts(fmt::format(
      "({growth} unless on ({id}) {own}) > {general}\nor {growth} > on ({id}) group_left () {own}",
      fmt::arg("growth", v::kLatencyGrowth), fmt::arg("id", v::kLabelId),
      fmt::arg("own", v::kThresholdFactor), fmt::arg("general", general)));
}

// What a day that contains the hour has, from which no offset takes the hour out.
std::string wholeDay(const char* part, const char* whole, const Windows& windows) {
  const std::string day = durationText(windows.before());
  return fmt::format("(avg_over_time({}[{}]) / avg_over_time({}[{}]))", pieceOf(part), day, pieceOf(whole),
                     day);
}

std::string literalLatency(const Options& options) {
  return withFacts(fmt::format("{} / {}\n> {}", recentOf(v::kRecordedLatency),
                               wholeDay(v::kRecordedSeconds, v::kRecordedTimed, Windows(options.timeScale)),
                               numberText(options.latencyFactor)));
}

std::string literalErrors(const Options& options) {
  return withFacts(fmt::format("{}\n> {} * {}", recentOf(v::kRecordedErrorRatio),
                               numberText(options.errorFactor),
                               wholeDay(v::kRecordedErrors, v::kRecordedEnded, Windows(options.timeScale))));
}

std::string slowerPerInput(const Options& options) {
  const std::string factor = numberText(options.latencyFactor);
  return withFacts(fmt::format("{growth} / ({size} > 0) > {factor}\nand {growth} > {factor}",
                               fmt::arg("growth", v::kLatencyGrowth), fmt::arg("size", v::kSizeGrowth),
                               fmt::arg("factor", factor)));
}

std::string enoughErrors(const Options& options) {
  return fmt::format("and {} >= {}\nand {} >= {}", recentOf(v::kRecordedEnded), options.minCalls,
                     recentOf(v::kRecordedErrors), options.minErrors);
}

std::string errorRate(const Options& options) {
  return withFacts(
      fmt::format("{}\nand {} > {} * clamp_min({}, {})\n{}\nand {}", recentOf(v::kRecordedErrorRatio),
                  v::kErrorRatioAtLeast, numberText(options.errorFactor), beforeOf(v::kRecordedErrorRatio),
                  numberText(kSmallestErrorRatio), enoughErrors(options),
                  atLeastADay(beforeOf(v::kRecordedEnded), options.minCalls, Windows(options.timeScale))));
}

// For a day from when it began: as long as the share of the time was recorded while all was well.
std::string alwaysThere(std::string_view stem, const Windows& windows) {
  return fmt::format("max_over_time({}[{}]) >= {}", beforeOf(stem), durationText(windows.before()),
                     kAllTheTime);
}

// The facts are of a day ago: what is gone has none now.
std::string silence(const Windows& windows) {
  return withFacts(
      fmt::format("{}\nunless {} > 0\nand on (job) {} > 0", alwaysThere(v::kRecordedActive, windows),
                  recentOf(v::kRecordedCalls), v::kProcessesRunning),
      " offset " + durationText(windows.before()));
}

std::string noProcesses(const Windows& windows) {
  return fmt::format("{}\nand {} == 0", alwaysThere(v::kRecordedProcesses, windows), v::kProcessesRunning);
}

std::string noData(const Windows& windows) {
  return fmt::format("max by (job) (max_over_time({}[{}]))\nunless on (job) max by (job) ({})", v::kProcesses,
                     durationText(windows.before()), v::kProcesses);
}

std::string expressionOf(Kind kind, const Request& request) {
  const Options& options = request.options;
  const Windows windows(options.timeScale);
  switch (kind) {
    case Kind::LatencyRegression:
      return options.literal ? literalLatency(options) : latencyRegression(request);
    case Kind::SlowerPerInput: return slowerPerInput(options);
    case Kind::SlowerSameMix:
      return withFacts(fmt::format("{} > {}", v::kLatencyGrowthSameMix, numberText(options.latencyFactor)));
    case Kind::LatencyLimit:
      return withFacts(fmt::format("{} > on ({}) group_left () {}\nand {} >= {}",
                                   recentOf(v::kRecordedLatency), v::kLabelId, v::kThresholdMean,
                                   recentOf(v::kRecordedTimed), options.minCalls));
    case Kind::ErrorRate: return options.literal ? literalErrors(options) : errorRate(options);
    case Kind::ErrorsGathered:
      return withFacts(fmt::format("max by ({}) ({})", byFunction(), v::kTypeErrorsGathered));
    case Kind::ErrorLimit:
      return withFacts(fmt::format("{}\nand {} > on ({}) group_left () {}\n{}",
                                   recentOf(v::kRecordedErrorRatio), v::kErrorRatioAtLeast, v::kLabelId,
                                   v::kThresholdErrors, enoughErrors(options)));
    case Kind::Silence: return silence(windows);
    case Kind::NoProcesses: return noProcesses(windows);
    case Kind::NoData: return noData(windows);
    case Kind::LostCalls:
      return fmt::format("{} > 0",
                         sumOf({"increase", "job, instance", windows.recent()}, v::kLostCallsTotal));
    case Kind::UnreadableSegments: break;
  }
  return fmt::format("max by (job, instance) ({}) > 0", v::kUnreadableSegments);
}

bool isWanted(Kind kind, const ThresholdsById& thresholds) {
  const auto has = [&](auto member) {
    return std::ranges::any_of(thresholds, [&](const auto& one) { return (one.second.*member).has_value(); });
  };
  if (kind == Kind::LatencyLimit) return has(&Thresholds::meanSeconds);
  return kind != Kind::ErrorLimit || has(&Thresholds::errorRatio);
}

std::string furtherText(Kind kind) {
  if (kind == Kind::LatencyRegression) return sizeGrowthText() + sameMixText();
  if (kind == Kind::ErrorsGathered) return gatheredText();
  return kind == Kind::ErrorRate ? beforeText() : std::string();
}

std::string filledIn(std::string_view text, const Windows& windows) {
  const std::string named = replaceAll(std::string(text), "FUNCTION", labelText(v::kLabelFunction));
  return replaceAll(replaceAll(named, "RECENT", durationText(windows.recent())), "BEFORE",
                    durationText(windows.before()));
}

// In the playbook's words, as far as it has any.
struct AlertTexts {
  std::string summary;
  std::string description;
};
AlertTexts textsOf(const AlertRow& row, const Options& options) {
  const Windows windows(options.timeScale);
  if (options.literal && row.kind == Kind::LatencyRegression)
    return {"AI-generated code showing performance degradation",
            filledIn(fmt::format("Function FUNCTION takes more than {} times its BEFORE average.",
                                 numberText(options.latencyFactor)),
                     windows)};
  if (options.literal && row.kind == Kind::ErrorRate)
    return {
        "AI code error pattern detected",
        filledIn(fmt::format("Function FUNCTION fails more than {} times as often as in the BEFORE average.",
                             numberText(options.errorFactor)),
                 windows)};
  return {filledIn(row.summary, windows), filledIn(row.description, windows) + furtherText(row.kind)};
}

std::vector<std::pair<std::string, std::string>> annotationsOf(const AlertRow& row, const Options& options) {
  const AlertTexts texts = textsOf(row, options);
  std::vector<std::pair<std::string, std::string>> annotations = {{"summary", texts.summary},
                                                                  {"description", texts.description}};
  if (row.subject != Subject::Function) return annotations;
  annotations.emplace_back("function", labelText(v::kLabelFunction));
  annotations.emplace_back("model", labelText(v::kLabelSource));
  for (const char* label : {v::kLabelDate, v::kLabelPromptHash, v::kLabelFile})
    annotations.emplace_back(label, orNotGiven(label));
  annotations.emplace_back(v::kLabelLine, lineText());
  return annotations;
}

std::string severityOf(const AlertRow& row, const Options& options) {
  const auto found = options.severities.find(row.kind);
  return found == options.severities.end() ? std::string(row.severity) : found->second;
}

std::string ofFunction(std::string_view series) {
  return fmt::format("{}{{job=%q, {}=%q}}", series, v::kLabelId);
}

}  // namespace

std::string labelText(std::string_view label) {
  return fmt::format("{{{{ $labels.{} }}}}", label);
}

std::string orNotGiven(std::string_view label) {
  return fmt::format("{{{{ or $labels.{} \"{}\" }}}}", label, kNotGiven);
}

std::string sizeGrowthText() {
  return forEach(ofFunction(v::kSizeGrowth),
                 " Its inputs are {{ .Value | printf \"%.1f\" }} times as large.");
}

std::string sameMixText() {
  return forEach(ofFunction(v::kLatencyGrowthSameMix),
                 " With the mix of input types that it had: {{ .Value | printf \"%.1f\" }} times.");
}

std::string beforeText() {
  return forEach(ofFunction(beforeOf(v::kRecordedErrorRatio)), " It was {{ .Value | humanizePercentage }}.");
}

std::string gatheredText() {
  return forEach(fmt::format("sort_desc(topk(3, {}))", ofFunction(v::kTypeErrorsGathered)),
                 fmt::format(" {{{{ .Labels.{} }}}} ({{{{ .Value | humanizePercentage }}}} of the calls)",
                             v::kLabelType));
}

std::string lineText() {
  return fmt::format(
      "{{{{ range query (printf \"topk(1, count by ({}) ({}))\" $labels.job $labels.{}) }}}}{{{{ or "
      ".Labels.{} \"{}\" }}}}"
      "{{{{ else }}}}{}{{{{ end }}}}",
      v::kLabelLine, ofFunction(v::kFunctionInfo), v::kLabelId, v::kLabelLine, kNotGiven, kNotGiven);
}

std::vector<Alert> alertsOf(const Request& request) {
  std::vector<Alert> alerts;
  for (const AlertRow& row : kAlerts) {
    const std::string severity = severityOf(row, request.options);
    if (severity == kOff || !isWanted(row.kind, request.thresholds)) continue;
    alerts.push_back({&row, severity, expressionOf(row.kind, request), annotationsOf(row, request.options)});
  }
  return alerts;
}

}  // namespace assay::emit::rules
