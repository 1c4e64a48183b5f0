// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/cover.h"

#include <algorithm>
#include <optional>

namespace assay::history {
namespace {

bool has(const Kept& kept, std::size_t level, Seconds start) {
  return start >= kept[level].since && start + kLevels[level].width <= kept[level].until;
}

// The widest that begins here and does not reach past the end.
std::optional<std::size_t> widestAt(Seconds at, Seconds until, const Kept& kept, std::size_t widest) {
  for (std::size_t level = widest + 1; level-- > 0;) {
    const Seconds width = kLevels[level].width;
    if (floorTo(at, width) == at && at + width <= until && has(kept, level, at)) return level;
  }
  return std::nullopt;
}

// The finest that has this moment.
std::optional<std::size_t> finestAt(Seconds at, const Kept& kept) {
  for (std::size_t level = 0; level < kLevels.size(); ++level)
    if (has(kept, level, floorTo(at, kLevels[level].width))) return level;
  return std::nullopt;
}

bool isEmpty(const Period& period) {
  return period.since >= period.until;
}

// Nothing was dropped yet: each wider level begins with the window that has the first narrow one.
bool isYoung(const Kept& kept) {
  for (std::size_t level = 0; level < kLevels.size(); ++level)
    if (isEmpty(kept[level]) || kept[level].since != floorTo(kept[kFinest].since, kLevels[level].width))
      return false;
  return true;
}

// What there is, no wider than the narrow windows know: the wide ones that they are added up in reach
// further.
Period known(const Kept& kept) {
  Period all;
  bool first = true;
  for (const Period& level : kept) {
    if (isEmpty(level)) continue;
    if (first) all = level;
    all.since = std::min(all.since, level.since);
    first = false;
  }
  if (isYoung(kept)) all.since = kept[kFinest].since;
  return all;
}

void append(std::vector<Range>& ranges, std::size_t level, Period period) {
  if (!ranges.empty() && ranges.back().level == level && ranges.back().period.until == period.since)
    ranges.back().period.until = period.until;
  else
    ranges.push_back({level, period});
}

}  // namespace

std::vector<Range> cover(Period period, const Kept& kept, std::size_t widest) {
  const Period all = known(kept);
  std::vector<Range> ranges;
  const Seconds until = std::min(period.until, all.until);
  for (Seconds at = std::max(period.since, all.since); at < until;) {
    auto level = widestAt(at, until, kept, widest);
    if (!level) level = finestAt(at, kept);
    const Seconds width = kLevels[level.value_or(kFinest)].width;
    const Seconds start = floorTo(at, width);
    if (level) append(ranges, *level, {start, start + width});
    at = start + width;
  }
  return ranges;
}

}  // namespace assay::history
