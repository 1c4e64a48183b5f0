// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/html_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "emit/report/html_text.h"
#include "emit/report/text_layout.h"
#include "emit/report/writers.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

// In the units of the view box: three columns of names, bars and figures.
constexpr std::size_t kRowHeight = 24;
constexpr std::size_t kBarHeight = 14;
constexpr std::size_t kNamesWidth = 212;
constexpr std::size_t kBarsStart = 220;
constexpr std::size_t kBarsWidth = 250;
constexpr std::size_t kChartWidth = 640;
constexpr std::size_t kNameColumns = 30;

std::size_t barWidth(std::size_t lines, std::size_t most) {
  if (most == 0 || lines == 0) return lines == 0 ? 0 : 1;
  return std::max<std::size_t>(1, kBarsWidth * lines / most);
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", grouped(count), what, count == 1 ? "" : "s");
}

std::string barOf(const Group& group, std::size_t row, std::size_t most) {
  const std::string name = oneLine(group.name);
  const std::size_t top = row * kRowHeight + (kRowHeight - kBarHeight) / 2;
  const std::size_t base = top + kBarHeight - 3;
  const std::size_t width = barWidth(group.lines, most);
  return fmt::format(
      "<g><title>{}</title><text class=\"name\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>"
      "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\"/><text x=\"{}\" y=\"{}\">{}</text></g>\n",
      htmlText(name), kNamesWidth, base, htmlText(keepEnd(name, kNameColumns)), kBarsStart, top, width,
      kBarHeight, kBarsStart + width + 6, base,
      counted(group.functions, "function") + ", " + counted(group.lines, "line"));
}

// The groups of a breakdown come largest first, months in order of time.
std::span<const Group> drawn(const Breakdown& breakdown) {
  const std::span<const Group> all = breakdown.groups;
  if (all.size() <= kLongestList) return all;
  return breakdown.code == "by-month" ? all.last(kLongestList) : all.first(kLongestList);
}

}  // namespace

std::string htmlChart(const Breakdown& breakdown) {
  const std::span<const Group> groups = drawn(breakdown);
  std::size_t most = 0;
  for (const Group& group : groups) most = std::max(most, group.lines);
  std::string html = fmt::format(
      "<figure>\n<figcaption>{}</figcaption>\n<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n",
      breakdown.title, kChartWidth, kRowHeight * groups.size(), breakdown.title);
  for (std::size_t row = 0; row < groups.size(); ++row) html += barOf(groups[row], row, most);
  html += "</svg>\n";
  if (const std::size_t left = breakdown.groups.size() - groups.size(); left > 0)
    html += fmt::format("<p>and {} more</p>\n", grouped(left));
  return html + "</figure>\n";
}

}  // namespace assay::emit::report
