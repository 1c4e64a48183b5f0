// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/levels.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "support/strings.h"

namespace assay::history {
namespace {

constexpr std::pair<std::string_view, Seconds> kUnits[] = {{"s", 1}, {"min", 60}, {"h", 3600}, {"d", 86400}};
constexpr Seconds kLongest = 100LL * 366 * 86400;  // a century

std::optional<std::size_t> levelOf(std::string_view name) {
  for (std::size_t level = 0; level < kLevels.size(); ++level)
    if (name == kLevels[level].name) return level;
  return std::nullopt;
}

std::unexpected<Error> notRetention(std::string_view part) {
  return fail(ErrorCode::Usage,
              fmt::format("--history-keep takes WINDOW=PERIOD,…, not `{}`", visibleText(part)),
              kUsualRetention);
}

Expected<void> setPart(Retention& retention, std::string_view part) {
  const std::size_t equals = part.find('=');
  if (equals == std::string_view::npos) return notRetention(part);
  const auto level = levelOf(trim(part.substr(0, equals)));
  const auto period = durationOf(trim(part.substr(equals + 1)));
  if (!level || !period) return notRetention(part);
  retention[*level] = *period;
  return {};
}

}  // namespace

std::optional<Seconds> durationOf(std::string_view text) {
  Seconds count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count <= 0 || count > kLongest) return std::nullopt;
  const std::string_view unit(end, text.data() + text.size());
  for (const auto& [name, seconds] : kUnits)
    if (unit == name && count <= kLongest / seconds) return count * seconds;
  return std::nullopt;
}

Expected<Retention> retentionOf(std::string_view text) {
  Retention retention{};
  for (const std::string_view list : {std::string_view(kUsualRetention), text})
    for (const std::string_view part : split(list, ','))
      if (!trim(part).empty()) ASSAY_TRY_VOID(setPart(retention, part));
  for (std::size_t level = 0; level < kCoarsest; ++level)
    if (retention[level] < 2 * kLevels[level + 1].width)
      return fail(
          ErrorCode::Usage,
          fmt::format(
              "--history-keep: windows of {} are kept for too short a time to make those of {} of them",
              kLevels[level].name, kLevels[level + 1].name),
          kUsualRetention);
  return retention;
}

}  // namespace assay::history
