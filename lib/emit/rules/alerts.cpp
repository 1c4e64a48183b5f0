// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/alerts.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "emit/rules/expressions.h"
#include "emit/rules/objectives.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"
#include "vocabulary/recorded.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;

constexpr double kAllTheTime = 0.95;   // of the pieces of the day had a call
constexpr double kLogarithms = 0.5;    // what n log n may look like beyond n, over the sizes there are
constexpr unsigned kLargerInputs = 2;  // times: less says nothing of an exponent
constexpr double kNewsForPart = 0.25;  // of a day: what fails for longer is nobody's news

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

std::string complexity(const Options& options) {
  return withFacts(fmt::format(
      "ln({growth}) / ln({size} > {larger}) > on ({id}) group_left () ({own} + {more})\n"
      "and {growth} > {factor}",
      fmt::arg("growth", v::kLatencyGrowth), fmt::arg("size", v::kSizeGrowth),
      fmt::arg("larger", kLargerInputs), fmt::arg("id", v::kLabelId), fmt::arg("own", v::kThresholdExponent),
      fmt::arg("more", kLogarithms), fmt::arg("factor", numberText(options.latencyFactor))));
}

// Recorded as rarely as a query looks back: where the next record comes late there would be none for a
// moment, and an alert would begin to wait again.
std::string lastGathered(const std::string& series, const Windows& windows) {
  return fmt::format("last_over_time({}[{}])", series, durationText(windows.betweenPieces() * 3 / 2));
}

// How long it has been so is told by how often it was recorded.
std::string errorsBySize(const Windows& windows) {
  const double times = kNewsForPart * static_cast<double>(windows.before() / windows.betweenPieces());
  const std::string whole = durationText(windows.before()), hour = durationText(windows.recent());
  return withFacts(fmt::format(
      "max by ({by}) ({last})\nunless max by ({by}) (count_over_time({gathered}[{whole}] "
      "offset {hour})) > {times}",
      fmt::arg("by", byFunction()), fmt::arg("last", lastGathered(v::kRangeErrorsGathered, windows)),
      fmt::arg("gathered", v::kRangeErrorsGathered), fmt::arg("whole", whole), fmt::arg("hour", hour),
      fmt::arg("times", numberText(times))));
}

// By Little's law as many calls are under way as come in the time of one. Of a function that is meant to run
// for as long as the process nothing ended on the day.
std::string neverReturns(const Windows& windows) {
  return withFacts(fmt::format(
      "{open} - {before} > 0.5\nunless {open} <= 2 * {seconds} / {hour}\nand {ended} > 0",
      fmt::arg("open", recentOf(v::kRecordedOpen)), fmt::arg("before", beforeOf(v::kRecordedOpen)),
      fmt::arg("seconds", recentOf(v::kRecordedSeconds)),
      fmt::arg("hour", numberText(static_cast<double>(windows.recent().count()) / 1000)),
      fmt::arg("ended", beforeOf(v::kRecordedEnded))));
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
    case Kind::Complexity: return complexity(options);
    case Kind::MemoryPerCall:
      return withFacts(fmt::format("{} > {}", v::kAllocatedGrowth, numberText(options.memoryFactor)));
    case Kind::LatencyLimit:
      return withFacts(fmt::format("{} > on ({}) group_left () {}\nand {} >= {}",
                                   recentOf(v::kRecordedLatency), v::kLabelId, v::kThresholdMean,
                                   recentOf(v::kRecordedTimed), options.minCalls));
    case Kind::ErrorRate: return options.literal ? literalErrors(options) : errorRate(options);
    case Kind::ErrorsGathered:
      return withFacts(fmt::format("max by ({}) ({})", byFunction(), v::kTypeErrorsGathered));
    case Kind::ErrorsBySize: return errorsBySize(windows);
    case Kind::ErrorLimit:
      return withFacts(fmt::format("{}\nand {} > on ({}) group_left () {}\n{}",
                                   recentOf(v::kRecordedErrorRatio), v::kErrorRatioAtLeast, v::kLabelId,
                                   v::kThresholdErrors, enoughErrors(options)));
    case Kind::BudgetBurnsFast: return withFacts(burning(kFastBurns, windows));
    case Kind::BudgetBurnsSlowly: return withFacts(burning(kSlowBurns, windows));
    case Kind::NeverReturns: return neverReturns(windows);
    case Kind::Silence: return silence(windows);
    case Kind::MemoryGrowth:
      return fmt::format("{} / {} > {}", recentOf(v::kRecordedResident), beforeOf(v::kRecordedResident),
                         numberText(options.memoryFactor));
    case Kind::NoProcesses: return noProcesses(windows);
    case Kind::NoData: return noData(windows);
    case Kind::GuardsOff: return fmt::format("max by (job, instance) ({}) > 0", v::kGuardsOff);
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
  if (kind == Kind::BudgetBurnsFast || kind == Kind::BudgetBurnsSlowly) return has(&Thresholds::objective);
  if (kind == Kind::Complexity) return has(&Thresholds::sizeExponent);
  return kind != Kind::ErrorLimit || has(&Thresholds::errorRatio);
}

std::string furtherText(Kind kind, const Windows& windows) {
  if (kind == Kind::MemoryPerCall) return sizeGrowthText();
  if (kind == Kind::ErrorsBySize) return gatheredSizesText(windows);
  if (kind == Kind::MemoryGrowth) return keptText(windows);
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
  return {filledIn(row.summary, windows),
          filledIn(row.description, windows) + furtherText(row.kind, windows)};
}

// The page of the last day of the function, or of all of them.
std::string pageOf(const AlertRow& row, const Options& options) {
  if (row.subject != Subject::Function) return options.pageUrl + "/";
  return fmt::format("{}/#f={}&period=86400", options.pageUrl, labelText(v::kLabelId));
}

std::vector<std::pair<std::string, std::string>> annotationsOf(const AlertRow& row, const Options& options) {
  const AlertTexts texts = textsOf(row, options);
  std::vector<std::pair<std::string, std::string>> annotations = {{"summary", texts.summary},
                                                                  {"description", texts.description}};
  if (!options.pageUrl.empty()) annotations.emplace_back("page", pageOf(row, options));
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

std::string gatheredSizesText(const Windows& windows) {
  return forEach(fmt::format("topk(1, {})", lastGathered(ofFunction(v::kRangeErrorsGathered), windows)),
                 fmt::format(" {{{{ .Labels.{} }}}}", v::kLabelInputs));
}

std::string keptText(const Windows& windows) {
  const auto grown = [&](const char* metric) {
    return fmt::format("increase({}{{job=%q}}[{}])", metric, durationText(windows.recent()));
  };
  return fmt::format(
      "{{{{ range query (printf \"sort_desc(topk(3, sum by ({0}) ({1} - {2}) > 0))\" $labels.job "
      "$labels.job) }}}}"
      " {{{{ .Labels.{0} }}}} kept {{{{ .Value | humanize1024 }}}}B of what it allocated.{{{{ end }}}}",
      v::kLabelFunction, grown(v::kMemoryAllocatedBytesTotal), grown(v::kMemoryFreedBytesTotal));
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
