// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The table of functions as text for a terminal or a log. Narrow terminals lose columns, in a fixed order and
// named below the table; numbers are never cut.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "telemetry/function_table.h"

namespace assay::telemetry {

inline constexpr std::size_t kUnlimited = std::numeric_limits<std::size_t>::max();

struct TableStyle {
  std::size_t columns = kUnlimited;  ///< of the terminal, at least 40
  std::size_t firstRow = 0;          ///< rows skipped above
  std::size_t rows = kUnlimited;     ///< rows shown at most
  bool colour = false;
  SortKey sortedBy = SortKey::Calls;
  bool reversed = false;
};

/// Text in lines of at most `columns`; words that do not fit go to the next one, one longer than a line is
/// cut.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// "3 processes (2 running, 1 ended), 12 functions, 1,234 calls", and what a reader must know: lost calls,
/// switched off guards. Lines without line breaks, each within the columns.
std::vector<std::string> summaryLines(const FunctionTable& table, const TableStyle& style);

/// Heading and rows in the table's order; then the names of columns that found no room and the number of rows
/// that did not, when there are any. Lines without line breaks, each within the columns; foreign text made
/// visible.
std::vector<std::string> tableLines(const FunctionTable& table, const TableStyle& style);

}  // namespace assay::telemetry
