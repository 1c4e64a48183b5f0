// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/course_query.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "support/strings.h"

namespace assay::serve {
namespace {

using history::kLevels;
using history::Seconds;

constexpr Seconds kUsualPeriod = 3600;
constexpr Seconds kUsualWindows = 120;
constexpr Seconds kFarthest = Seconds{1} << 40;  // some 35,000 years
constexpr std::size_t kShownText = 60;

struct Asked {
  std::optional<Seconds> since, until, step;
};

std::unexpected<Error> wrong(std::string message) {
  return fail(ErrorCode::Usage, std::move(message));
}

std::string shown(std::string_view text) {
  return ellipsize(visibleText(text), kShownText);
}

std::optional<Seconds> secondsOf(std::string_view text) {
  Seconds value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value > kFarthest || value < -kFarthest ? std::nullopt : std::optional(value);
}

Expected<void> take(Asked& asked, std::string_view pair) {
  const std::size_t equals = pair.find('=');
  const std::string_view key = pair.substr(0, equals);
  std::optional<Seconds>* place = key == "since"   ? &asked.since
                                  : key == "until" ? &asked.until
                                  : key == "step"  ? &asked.step
                                                   : nullptr;
  if (place == nullptr)
    return wrong(fmt::format("there is no parameter `{}`: since, until and step", shown(key)));
  if (*place) return wrong(fmt::format("`{}` is there twice", key));
  *place = equals == std::string_view::npos ? std::nullopt : secondsOf(pair.substr(equals + 1));
  if (!*place) return wrong(fmt::format("`{}` is a whole number of seconds", key));
  return {};
}

// What a level's windows can be put together to.
bool isStep(Seconds step) {
  for (std::size_t level = kLevels.size(); level-- > 0;)
    if (step >= kLevels[level].width) return step % kLevels[level].width == 0;
  return false;
}

// The next width that can be one.
Seconds stepFrom(Seconds least) {
  for (std::size_t level = kLevels.size(); level-- > 0;) {
    const Seconds width = kLevels[level].width;
    if (least >= width) return history::floorTo(least + width - 1, width);
  }
  return kLevels[history::kFinest].width;
}

}  // namespace

Expected<CourseQuery> courseQueryOf(std::string_view query, Seconds now) {
  Asked asked;
  for (const std::string_view pair : split(query, '&'))
    if (!pair.empty()) ASSAY_TRY_VOID(take(asked, pair));
  const auto absolute = [&](Seconds time) { return time < 0 ? now + time : time; };
  CourseQuery course;
  course.period.until = absolute(asked.until.value_or(now + kLevels[history::kFinest].width));
  course.period.since = absolute(asked.since.value_or(course.period.until - kUsualPeriod));
  const Seconds seconds = course.period.until - course.period.since;
  if (seconds <= 0) return wrong("the period is empty: `since` comes before `until`");
  course.step = asked.step.value_or(stepFrom(seconds / kUsualWindows));
  if (!isStep(course.step))
    return wrong(
        "`step` is a multiple of 10 s, of a minute, of an hour or of a day, of the largest that fits");
  if (seconds / course.step > kMostWindows)
    return wrong(fmt::format("more than {} windows: a shorter period, or a larger step", kMostWindows));
  return course;
}

}  // namespace assay::serve
