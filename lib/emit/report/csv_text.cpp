// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/csv_text.h"

#include <algorithm>
#include <array>

#include "support/strings.h"

namespace assay::emit::report {
namespace {

// The last four are the wide forms of the first, which some spreadsheets take for them.
constexpr std::array<std::string_view, 8> kFormulaStarts = {
    "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

// Blanks in front do not keep every spreadsheet from it.
bool isLikeFormula(std::string_view line) {
  const std::string_view rest = trim(line);
  return std::ranges::any_of(kFormulaStarts, [&](std::string_view start) { return rest.starts_with(start); });
}

}  // namespace

std::string csvCell(std::string_view text) {
  std::string cell;
  for (const std::string_view line : split(text, '\n')) {
    const std::string shown = visibleText(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    cell += cell.empty() && line.data() == text.data() ? "" : "\n";
    if (isLikeFormula(shown)) cell += '\'';
    cell += shown;
  }
  return '"' + replaceAll(std::move(cell), "\"", "\"\"") + '"';
}

}  // namespace assay::emit::report
