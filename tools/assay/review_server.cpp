// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "assay/review_subject.h"
#include "manifest/places.h"
#include "support/hash.h"
#include "vocabulary/metrics.h"

namespace assay::tool {
namespace {

namespace v = vocabulary;
using exporting::ScrapedFamily;
using history::Seconds;
using serve::ServerSeries;

// Few enough that an answer of thousands of functions is read at once.
constexpr Seconds kWindowsAtOnce = 4;
constexpr Seconds kVersionsAtOnce = 28;
constexpr Seconds kWindowsOfLives = 112;
// VictoriaMetrics gives the last points of a shorter step the value of the one before.
constexpr Seconds kShortestRange = 60;

std::optional<std::uint64_t> idOf(const ServerSeries& series) {
  const std::string id = series.label(v::kLabelId);
  return id.starts_with("0x") ? manifest::hexOf(std::string_view(id).substr(2)) : std::nullopt;
}

std::string modelOf(const ServerSeries& series) {
  std::string source = series.label(v::kLabelSource);
  return source == v::kSourceUnknown || source == v::kSourceNotGiven ? std::string() : source;
}

// Of an assay that did not say which body it was: what the tag says.
std::uint64_t bodyOf(const ServerSeries& series) {
  if (const auto body = manifest::hexOf(series.label(v::kLabelBody)); body && *body != 0) return *body;
  const std::string said = fmt::format("{}\n{}\n{}", series.label(v::kLabelSource),
                                       series.label(v::kLabelDate), series.label(v::kLabelPromptHash));
  return hash64(said) | 1;
}

std::string increaseOf(const ScrapedFamily& family, Seconds width) {
  std::string by = v::kLabelId;
  if (*family.label != 0) by += fmt::format(", {}", family.label);
  if (family.what == exporting::Scraped::Calls)
    by += fmt::format(", {}, {}", v::kLabelFunction, v::kLabelSource);
  return fmt::format("sum by ({}) (increase({}{}[{}s])) > 0", by, family.metric, family.suffix, width);
}

std::string versionsIn(Seconds width) {
  return fmt::format("count by ({}, {}, {}, {}, {}, {}, {}, {}, {}) (last_over_time({}[{}s]))", v::kLabelId,
                     v::kLabelFunction, v::kLabelSource, v::kLabelVendor, v::kLabelDate, v::kLabelPromptHash,
                     v::kLabelBody, v::kLabelFile, v::kLabelLine, v::kFunctionInfo, width);
}

}  // namespace

Expected<ServerSource> ServerSource::at(const std::string& url, const model::Manifest* manifest) {
  ASSAY_TRY(const serve::PrometheusServer server, serve::PrometheusServer::at(url));
  return ServerSource({server.name(),
                       [server](const std::string& expression, serve::Moments moments) {
                         return server.ask(expression, moments);
                       },
                       [server](const std::string& selector, serve::Moments between) {
                         return server.names(selector, between);
                       }},
                      manifest);
}

ServerSource::ServerSource(ServerQuestions server, const model::Manifest* manifest)
    : server_(std::move(server)) {
  if (manifest == nullptr) return;
  for (const model::AnnotatedFunction& function : manifest->functions)
    tagged_.try_emplace(function.id, &function);
}

std::vector<ServerSource::Span> ServerSource::spansOf(history::Period period, Seconds step, Seconds atOnce) {
  std::vector<Span> spans;
  for (Seconds start = period.since; start < period.until;) {
    const Seconds whole = (period.until - start) / step;
    const Seconds windows = std::clamp<Seconds>(whole, 1, step < kShortestRange ? 1 : atOnce);
    spans.push_back({start, std::min(step, period.until - start), windows});
    start += spans.back().width * windows;
  }
  return spans;
}

Expected<void> ServerSource::askFor(
    const Span& span, const std::string& expression,
    const std::function<void(const ServerSeries&, Seconds, double)>& take) const {
  const Seconds first = span.start + span.width;
  const bool single = span.windows == 1;
  ASSAY_TRY(
      const std::vector<ServerSeries> all,
      server_.ask(expression, {first, span.start + span.width * span.windows, single ? 0 : span.width}));
  for (const ServerSeries& series : all)
    for (const auto& [time, value] : series.values)
      take(series, single ? span.start : static_cast<Seconds>(std::llround(time)) - span.width, value);
  return {};
}

Expected<void> ServerSource::readFamily(const Span& span, const ScrapedFamily& family, Windows& windows) {
  return askFor(
      span, increaseOf(family, span.width), [&](const ServerSeries& series, Seconds start, double increase) {
        const auto id = idOf(series);
        if (!id) return;
        windows[start][*id].counts.add(family, series.label(family.label), increase);
        if (family.what != exporting::Scraped::Calls) return;
        subjects_.try_emplace(
            {*id, 0},
            insight::Subject{.id = *id, .name = series.label(v::kLabelFunction), .model = modelOf(series)});
      });
}

std::uint64_t ServerSource::noteVersion(std::uint64_t id, const ServerSeries& series) {
  const std::uint64_t body = bodyOf(series);
  insight::Subject subject{.id = id,
                           .name = series.label(v::kLabelFunction),
                           .model = modelOf(series),
                           .vendor = series.label(v::kLabelVendor),
                           .promptHash = series.label(v::kLabelPromptHash),
                           .file = series.label(v::kLabelFile),
                           .date = series.label(v::kLabelDate)};
  const std::string line = series.label(v::kLabelLine);
  std::from_chars(line.data(), line.data() + line.size(), subject.line);
  subjects_[{id, body}] = subject;
  subjects_[{id, 0}] = std::move(subject);
  return body;
}

Expected<void> ServerSource::readVersions(const Span& span, Windows& windows) {
  return askFor(span, versionsIn(span.width), [&](const ServerSeries& series, Seconds start, double) {
    if (const auto id = idOf(series)) windows[start][*id].bodies.insert(noteVersion(*id, series));
  });
}

Expected<void> ServerSource::eachWindow(history::Period period, Seconds step, const SeenVisitor& visit) {
  asked_ = asked_.until == 0
               ? period
               : history::Period{std::min(asked_.since, period.since), std::max(asked_.until, period.until)};
  for (const Span& span : spansOf(period, step, kWindowsAtOnce)) {
    Windows windows;
    for (const ScrapedFamily& family : exporting::scrapedFamilies())
      ASSAY_TRY_VOID(readFamily(span, family, windows));
    ASSAY_TRY_VOID(readVersions(span, windows));
    for (const auto& [start, functions] : windows)
      for (const auto& [id, function] : functions) {
        const telemetry::SiteCounts counts = function.counts.counts();
        if (counts.calls == 0) continue;
        // Which of several bodies a call was of is not in these numbers.
        visit({{id, function.bodies.size() == 1 ? *function.bodies.begin() : 0}, start, counts});
        if (seen_.until == 0) seen_.since = start;
        seen_ = {std::min(seen_.since, start), std::max(seen_.until, start + span.width)};
      }
  }
  return {};
}

Expected<Lives> ServerSource::lives(history::Period period) {
  const Seconds step = std::max(kShortestRange, (period.until - period.since) / kWindowsOfLives);
  std::map<history::VersionKey, BodyLife> seen;
  for (const Span& span : spansOf(period, step, kVersionsAtOnce))
    ASSAY_TRY_VOID(
        askFor(span, versionsIn(span.width), [&](const ServerSeries& series, Seconds start, double) {
          const auto id = idOf(series);
          if (!id) return;
          const std::uint64_t body = noteVersion(*id, series);
          BodyLife& life = seen.try_emplace({*id, body}, BodyLife{body, start, start}).first->second;
          life.first = std::min(life.first, start);
          life.last = std::max(life.last, start + span.width);
        }));
  Lives lives;
  for (const auto& [key, life] : seen) lives[key.function].push_back(life);
  return lives;
}

insight::Subject ServerSource::subject(const history::VersionKey& key) const {
  auto found = subjects_.find(key);
  if (found == subjects_.end()) found = subjects_.find({key.function, 0});
  if (found == subjects_.end()) return {.id = key.function};
  insight::Subject subject = found->second;
  if (const auto tagged = tagged_.find(key.function); tagged != tagged_.end())
    if (const insight::Subject said = subjectOf(*tagged->second); said.promptHash == subject.promptHash)
      subject.prompt = said.prompt;
  return subject;
}

Expected<history::Period> ServerSource::known() {
  if (seen_.until > 0) return seen_;
  ASSAY_TRY(const std::vector<std::string> names,
            server_.names(v::kCallsTotal, {asked_.since, asked_.until, 0}));
  if (!names.empty()) return asked_;
  return fail(ErrorCode::Input, fmt::format("{} has no metrics of assay in this period", server_.name),
              "`assay serve` shows them at /metrics, for the server to scrape");
}

std::vector<std::string> ServerSource::limits() const {
  return {
      "counts are increases that the server makes of what it scraped: what a function counted before its "
      "first scrape is not in these numbers",
      "times by the size of an input are not in these numbers: neither growth nor times at the same sizes",
      "quantiles are within a bucket of the metrics, which ends at 1, 2.5 and 5 times a power of ten: off by "
      "2.5 times at most",
      "the last failures are not in these numbers"};
}

}  // namespace assay::tool
