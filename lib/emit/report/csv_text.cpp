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

// Where a semicolon or a tab separates, what begins behind one in the middle of a cell is a cell of its own:
// there the quotes around the whole do not hold, as they do not stand where the reader's cell begins.
std::string withoutFormulas(std::string_view line) {
  std::string shown;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find_first_of(";\t", at), line.size());
    const std::string_view piece = line.substr(at, end - at);
    const std::string_view bare = piece.substr(std::min(piece.find_first_not_of(" \"'"), piece.size()));
    if (isLikeFormula(at == 0 ? line : bare)) shown += '\'';
    shown += piece;
    if (end < line.size()) shown += line[end];
    at = end + 1;
  }
  return shown;
}

}  // namespace

std::string csvCell(std::string_view text) {
  std::string cell;
  for (const std::string_view line : split(text, '\n')) {
    const std::string shown = visibleText(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    cell += cell.empty() && line.data() == text.data() ? "" : "\n";
    cell += withoutFormulas(shown);
  }
  return '"' + replaceAll(std::move(cell), "\"", "\"\"") + '"';
}

}  // namespace assay::emit::report
