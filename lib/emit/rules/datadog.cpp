// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/datadog.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "emit/rules/alerts.h"
#include "emit/rules/datadog_queries.h"
#include "emit/rules/expressions.h"
#include "support/hash.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;

// How long it must be so. Counts can only be summed over it.
constexpr const char* kWhile = "sum(last_10m)";

// A part of something and the whole of it, that are divided: seconds by calls.
struct Share {
  std::string part;
  std::string whole;
};

std::string hourOf(const Share& share, double least) {
  return fmt::format("{} / {}", ofHour(share.part), atLeast(ofHour(share.whole), least));
}

std::string hourOf(const Share& share) {
  return fmt::format("{} / {}", ofHour(share.part), ofHour(share.whole));
}

// The hour's share, as a multiple of the day's.
std::string growthOf(const Share& share, const Options& options) {
  const bool literal = options.literal;
  const double least = options.minCalls;
  const std::string day =
      fmt::format("({} / {})", ofDay(share.part, literal),
                  literal ? ofDay(share.whole, literal) : atLeast(ofDay(share.whole, literal), least));
  return fmt::format("({}) / {}", literal ? hourOf(share) : hourOf(share, least), day);
}

Share secondsOfCalls(const std::string& scope) {
  return {sumOfValues(v::kStatsdExecutionTime, scope), numberOfValues(v::kStatsdExecutionTime, scope)};
}

Share sizesOfCalls(const std::string& scope) {
  return {sumOfValues(v::kStatsdInputSize, scope), numberOfValues(v::kStatsdInputSize, scope)};
}

// The least number of errors is the only allowance for chance.
std::string errorsOf(const std::string& scope, const Options& options) {
  const std::string errors = ofHour(countOf(v::kStatsdError, scope));
  return fmt::format(
      "{} / {}", options.literal ? errors : atLeast(errors, options.minErrors),
      atLeast(ofHour(countOf(v::kStatsdCalls, scope)), options.literal ? 1 : options.minCalls));
}

// To the day's errors one in a thousand calls is added, which is what a day without any then has: the least
// of two shares would be a function of what is divided, and of those Datadog does not say when it sums.
std::string errorGrowth(const std::string& scope, const Options& options) {
  const std::string errors = ofDay(countOf(v::kStatsdError, scope), options.literal);
  const std::string calls = ofDay(countOf(v::kStatsdCalls, scope), options.literal);
  const std::string before =
      options.literal ? fmt::format("({} / {})", errors, calls)
                      : fmt::format("(({} + {} * {}) / {})", errors, numberText(kSmallestErrorRatio), calls,
                                    atLeast(calls, options.minCalls));
  return fmt::format("({}) / {}", errorsOf(scope, options), before);
}

struct Condition {
  std::string window;  // of the monitor, over which its query's values are put together
  std::string query;
  std::string_view comparison;
  double threshold = 0;
  bool missingIsNews = false;
};

std::optional<Condition> conditionOf(Kind kind, const Options& options) {
  const std::string all = scopeOfAll();
  switch (kind) {
    case Kind::LatencyRegression:
      return Condition{kWhile, growthOf(secondsOfCalls(all), options), ">", options.latencyFactor};
    case Kind::SlowerPerInput:
      return Condition{kWhile,
                       fmt::format("({}) / ({})", growthOf(secondsOfCalls(all), options),
                                   growthOf(sizesOfCalls(all), options)),
                       ">", options.latencyFactor};
    case Kind::MemoryPerCall:
      return Condition{
          kWhile,
          growthOf({countOf(v::kStatsdMemoryAllocated, all), countOf(v::kStatsdMemoryCalls, all)}, options),
          ">", options.memoryFactor};
    case Kind::ErrorRate: return Condition{kWhile, errorGrowth(all, options), ">", options.errorFactor};
    case Kind::Silence: return Condition{"sum(last_1h)", countOf(v::kStatsdCalls, all), "<", 1, true};
    case Kind::LostCalls:
      return Condition{"sum(last_1h)", fmt::format("sum:{}{{*}}.as_count()", v::kStatsdLostCalls), ">", 0};
    default: return std::nullopt;
  }
}

std::optional<Condition> limitOf(Kind kind, const std::string& id, const Thresholds& own,
                                 const Options& options) {
  const std::string scope = scopeOf(id);
  if (kind == Kind::LatencyLimit && own.meanSeconds)
    return Condition{kWhile, hourOf(secondsOfCalls(scope), options.minCalls), ">", *own.meanSeconds};
  if (kind == Kind::ErrorLimit && own.errorRatio)
    return Condition{kWhile, errorsOf(scope, options), ">", *own.errorRatio};
  return std::nullopt;
}

// In Datadog's templates: the value of a tag by which the query is grouped.
std::string tagText(std::string_view tag) {
  return fmt::format("{{{{{}.name}}}}", tag);
}

std::string nameOf(const AlertRow& row) {
  switch (row.kind) {
    case Kind::LatencyRegression: return "FUNCTION takes longer than before";
    case Kind::SlowerPerInput: return "FUNCTION takes longer for each unit of its input";
    case Kind::MemoryPerCall: return "FUNCTION allocates more in each call than before";
    case Kind::LatencyLimit: return "FUNCTION takes longer than its limit";
    case Kind::ErrorRate: return "FUNCTION fails more often than before";
    case Kind::ErrorLimit: return "FUNCTION fails more often than its limit";
    case Kind::LostCalls: return "Guards could not record calls";
    default: return std::string(row.summary);
  }
}

std::string filled(std::string_view text, const std::string& function) {
  const std::string named = replaceAll(std::string(text), "FUNCTION", function);
  return replaceAll(replaceAll(named, "RECENT", durationText(Windows().recent())), "BEFORE",
                    durationText(Windows().before()));
}

std::string messageOf(const AlertRow& row, const Options& options) {
  if (row.subject != Subject::Function)
    return filled(row.description, "") +
           (options.pageUrl.empty() ? "" : fmt::format("\n\n{}/", options.pageUrl));
  std::string text = fmt::format(
      "{}\n\nValue: {{{{value}}}}\nFunction: {}\nId: {}\nModel: {}",
      filled(row.kind == Kind::Silence ? "It was not called in the last RECENT." : row.description,
             tagText(v::kLabelFunction)),
      tagText(v::kLabelFunction), tagText(v::kLabelId), tagText(v::kLabelSource));
  if (!options.pageUrl.empty())
    text += fmt::format("\n\n{}/#f={}&period=86400", options.pageUrl, tagText(v::kLabelId));
  return text;
}

Monitor monitorOf(const AlertRow& row, const Condition& condition, const Request& request) {
  const auto found = request.options.severities.find(row.kind);
  return {.alert = std::string(row.word),
          .key = std::string(row.word),
          .name = filled(nameOf(row), tagText(v::kLabelFunction)),
          .severity = found == request.options.severities.end() ? std::string(row.severity) : found->second,
          .query = fmt::format("{}:{} {} {}", condition.window, condition.query, condition.comparison,
                               numberText(condition.threshold)),
          .message = messageOf(row, request.options),
          .threshold = condition.threshold,
          .missingIsNews = condition.missingIsNews};
}

}  // namespace

std::vector<Monitor> monitorsOf(const Request& request) {
  std::vector<Monitor> monitors;
  const auto add = [&](const AlertRow& row, const std::optional<Condition>& condition,
                       const std::string& id) {
    if (!condition) return;
    Monitor monitor = monitorOf(row, *condition, request);
    if (!id.empty()) monitor.key += "-" + id;
    if (monitor.severity != kOff) monitors.push_back(std::move(monitor));
  };
  for (const AlertRow& row : kAlerts) {
    add(row, conditionOf(row.kind, request.options), "");
    for (const auto& [number, own] : request.thresholds) {
      const std::string id = "0x" + hex64(number);
      add(row, limitOf(row.kind, id, own, request.options), id);
    }
  }
  return monitors;
}

}  // namespace assay::emit::rules
