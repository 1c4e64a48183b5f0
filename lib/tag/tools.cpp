// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/tools.h"

#include <algorithm>
#include <vector>

#include "support/strings.h"
#include "tag/tools_table.h"

namespace assay::tag {
namespace {

constexpr std::size_t kLongestToolName = 40;

char folded(char c) {
  return c == '-' || c == '_' ? ' ' : lower(c);
}

bool sameName(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return folded(x) == folded(y); });
}

}  // namespace

bool isToolName(std::string_view name) {
  if (name.size() > kLongestToolName) return false;
  return std::ranges::any_of(kToolNames, [&](std::string_view known) { return sameName(known, name); });
}

std::optional<std::string_view> nearestTool(std::string_view name) {
  if (name.size() < 6 || name.size() > kLongestToolName || isToolName(name)) return std::nullopt;
  const std::size_t limit = name.size() < 10 ? 1 : 2;
  for (std::string_view known : kToolNames)
    if (known.size() >= 6 && editDistance(known, name, limit) <= limit) return known;
  return std::nullopt;
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return std::min(row[b.size()], limit + 1);
}

}  // namespace assay::tag
