// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_question.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include "history/levels.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using history::Seconds;

constexpr Seconds kWindows = 14;
constexpr Seconds kLatest = 253'402'300'799;  // the end of 9999: a year has four digits

// What is kept of a moment so long ago, as --history-keep usually has it, with some room at its end.
struct Grain {
  Seconds reach;
  Seconds width;
};
constexpr Grain kGrains[] = {{50 * 60, 10}, {20 * 3600, 60}, {80LL * 86400, 3600}};
constexpr Seconds kWidestGrain = 86400;

Seconds grainFor(Seconds reach) {
  for (const Grain& grain : kGrains)
    if (reach <= grain.reach) return grain.width;
  return kWidestGrain;
}

Seconds ceilTo(Seconds time, Seconds width) {
  return history::floorTo(time + width - 1, width);
}

std::optional<Seconds> numberIn(std::string_view text) {
  Seconds value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<Seconds> dayOf(std::string_view text) {
  using namespace std::chrono;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = numberIn(text.substr(0, 4)), m = numberIn(text.substr(5, 2)), d = numberIn(text.substr(8));
  if (!y || !m || !d) return std::nullopt;
  const year_month_day date(year(static_cast<int>(*y)), month(static_cast<unsigned>(*m)),
                            day(static_cast<unsigned>(*d)));
  if (!date.ok()) return std::nullopt;
  return seconds(sys_days(date).time_since_epoch()).count();
}

// "18:00"
std::optional<Seconds> minuteOf(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = numberIn(text.substr(0, 2)), minute = numberIn(text.substr(3));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return *hour * 3600 + *minute * 60;
}

std::optional<Seconds> momentOf(std::string_view text) {
  if (const auto number = numberIn(text)) return *number <= kLatest ? number : std::nullopt;
  if (text.ends_with('Z')) text.remove_suffix(1);
  const auto day = dayOf(text.substr(0, 10));
  if (!day || text.size() == 10) return day;
  const auto minute = text[10] == 'T' ? minuteOf(text.substr(11)) : std::nullopt;
  return minute ? std::optional(*day + *minute) : std::nullopt;
}

constexpr std::string_view kUsualPeriod = "7d";
constexpr std::string_view kUsualOfBodies = "28d";
constexpr Seconds kWindowsOfBodies = 112;

Expected<Seconds> periodOf(const config::Settings& settings, std::string_view key,
                           std::string_view usual = kUsualPeriod) {
  const std::string text = settings.has(key) ? settings.text(key) : std::string(usual);
  if (const auto seconds = history::durationOf(text)) return *seconds;
  return fail(ErrorCode::Usage, fmt::format("--{} is no period: '{}'", key, visibleText(text)),
              "a number and s, min, h or d: 7d");
}

Expected<Seconds> endOf(const config::Settings& settings, Seconds now) {
  if (!settings.has("until")) return now;
  const std::string text = settings.text("until");
  if (const auto moment = momentOf(text)) return *moment;
  return fail(ErrorCode::Usage, fmt::format("--until is no time: '{}'", visibleText(text)),
              "2026-11-28, 2026-11-28T18:00 (UTC), or seconds since 1970");
}

}  // namespace

Expected<ReviewQuestion> reviewQuestionOf(const config::Settings& settings, Seconds now) {
  ASSAY_TRY(const Seconds since, periodOf(settings, "since"));
  Seconds against = since;
  if (settings.has("against")) {
    ASSAY_TRY(against, periodOf(settings, "against"));
  }
  ASSAY_TRY(const Seconds asked, endOf(settings, now));
  const Seconds grain = grainFor(std::max(now, asked) - asked + since + against);
  const Seconds until = ceilTo(asked, grain);
  const Seconds middle = until - ceilTo(since, grain);
  const Seconds first = middle - ceilTo(against, grain);
  const Seconds shorter = std::min(until - middle, middle - first);
  return ReviewQuestion{
      {first, middle}, {middle, until}, std::max(grain, history::floorTo(shorter / kWindows, grain))};
}

Expected<ExperimentQuestion> experimentQuestionOf(const config::Settings& settings, Seconds begin,
                                                  Seconds now) {
  ASSAY_TRY(const Seconds asked, endOf(settings, now));
  const Seconds grain = grainFor(std::max(now, asked) - begin);
  const Seconds first = history::floorTo(begin, grain);
  double part = 0.5;
  for (const Grain& finer : kGrains)
    if (grain > finer.width && finer.width != std::end(kGrains)[-1].width) part /= 2;
  return ExperimentQuestion{{{first, std::max(first, history::floorTo(asked, grain))}, grain}, part};
}

Expected<PeriodQuestion> bodiesQuestionOf(const config::Settings& settings, Seconds now) {
  ASSAY_TRY(const Seconds since, periodOf(settings, "since", kUsualOfBodies));
  ASSAY_TRY(const Seconds asked, endOf(settings, now));
  const Seconds grain = grainFor(std::max(now, asked) - asked + since);
  const Seconds until = ceilTo(asked, grain);
  return PeriodQuestion{{until - ceilTo(since, grain), until}, ceilTo(since / kWindowsOfBodies, grain)};
}

Expected<PeriodQuestion> periodQuestionOf(const config::Settings& settings, Seconds now) {
  ASSAY_TRY(const Seconds since, periodOf(settings, "since"));
  ASSAY_TRY(const Seconds asked, endOf(settings, now));
  const Seconds grain = grainFor(std::max(now, asked) - asked + since);
  const Seconds until = ceilTo(asked, grain);
  return PeriodQuestion{{until - ceilTo(since, grain), until}, grain};
}

}  // namespace assay::tool
