// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/table_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "support/strings.h"
#include "telemetry/quantity_text.h"
#include "telemetry/site_totals.h"

namespace assay::telemetry {
namespace {

constexpr const char* kBold = "\033[1m";
constexpr const char* kRed = "\033[31m";
constexpr const char* kDim = "\033[2m";
constexpr const char* kReset = "\033[0m";
constexpr std::size_t kGap = 2;
constexpr std::size_t kShortestName = 10;

// `keep`: the column with the smallest number goes first when there is no room; the largest never goes.
struct Column {
  const char* title;
  int keep;
  bool left;
  std::optional<SortKey> key;
  std::string (*text)(const FunctionRow&);
};

std::string nameText(const FunctionRow& row) {
  return row.name.empty() ? fmt::format("{:016x}", row.id) : visibleText(row.name);
}

constexpr const char* kAbandoned = "ABANDONED";
constexpr const char* kSize = "SIZE";
constexpr const char* kOpen = "OPEN";
constexpr const char* kPeak = "PEAK";
constexpr const char* kTimed = "TIMED";
constexpr const char* kAllocated = "ALLOC";
constexpr const char* kMostly = "MOSTLY";

std::uint64_t openCalls(const FunctionRow& row) {
  return saturatingAdd(row.inFlight.value_or(0), row.neverEnded.value_or(0));
}

// Sizes are known by powers of two: one digit says what there is to say.
std::string sizeText(const FunctionRow& row) {
  const auto mean = meanSize(row.sizes);
  if (mean) return "~" + roughText(*mean);
  return row.sizes.empty() ? "-" : ">" + roughText(static_cast<double>(row.sizes.back().from));
}

// One in so many calls was timed.
std::string timedText(const FunctionRow& row) {
  if (row.timedCalls == 0) return "-";
  const std::uint64_t timed = row.timedCalls - std::min(row.estimatedCalls, row.timedCalls - 1);
  const auto each = static_cast<std::uint64_t>(
      std::round(static_cast<double>(row.timedCalls) / static_cast<double>(timed)));
  return row.estimatedCalls == 0 ? "all" : fmt::format("1:{}", countText(each));
}

// What most errors are, and how many kinds there are besides.
std::string mostlyText(const FunctionRow& row) {
  if (row.errorKinds.empty()) return "-";
  const std::string kind = visibleText(row.errorKinds.front().kind);
  const std::size_t more = row.errorKinds.size() - 1;
  return more == 0 ? kind : fmt::format("{} +{}", kind, more);
}

// Where errors are all of one kind that has no class, there is nothing to add.
bool tellsErrors(const FunctionRow& row) {
  return row.errorKinds.size() > 1 || (row.errorKinds.size() == 1 && hasClass(row.errorKinds.front().kind));
}

constexpr Column kColumns[] = {
    {"FUNCTION", 99, true, SortKey::Name, nameText},
    {"MODEL", 8, true, {}, [](const FunctionRow& row) { return visibleText(row.model); }},
    {"CALLS", 12, false, SortKey::Calls, [](const FunctionRow& row) { return countText(row.calls); }},
    {"RATE", 7, false, SortKey::Rate, [](const FunctionRow& row) { return rateText(row.ratePerSecond); }},
    {"ERRORS", 11, false, SortKey::Errors,
     [](const FunctionRow& row) { return row.errors ? countText(*row.errors) : "-"; }},
    {kMostly, 2, true, {}, mostlyText},
    {kAbandoned, 9, false, {}, [](const FunctionRow& row) { return countText(row.abandoned); }},
    {kOpen,
     5,
     false,
     {},
     [](const FunctionRow& row) { return row.inFlight || row.neverEnded ? countText(openCalls(row)) : "-"; }},
    {kPeak,
     2,
     false,
     {},
     [](const FunctionRow& row) { return row.mostAtOnce ? countText(*row.mostAtOnce) : "-"; }},
    {kSize, 4, false, {}, sizeText},
    {kTimed, 0, false, {}, timedText},
    {kAllocated,
     3,
     false,
     {},
     [](const FunctionRow& row) { return bytesText(allocatedPerCall(row.memory)); }},
    {"P50", 6, false, SortKey::P50, [](const FunctionRow& row) { return durationText(row.p50); }},
    {"P99", 10, false, SortKey::P99, [](const FunctionRow& row) { return durationText(row.p99); }},
    {"MAX", 3, false, SortKey::Max, [](const FunctionRow& row) { return durationText(row.max); }},
    {"RUN/END",
     1,
     false,
     {},
     [](const FunctionRow& row) { return fmt::format("{}/{}", row.running, row.ended); }},
};

// Most programs have no coroutines, many functions no input with a size, and most calls are short.
bool isWanted(const Column& column, const FunctionTable& table) {
  if (column.title == kAbandoned)
    return std::ranges::any_of(table.rows, [](const FunctionRow& row) { return row.abandoned > 0; });
  if (column.title == kSize)
    return std::ranges::any_of(table.rows, [](const FunctionRow& row) { return !row.sizes.empty(); });
  if (column.title == kOpen)
    return std::ranges::any_of(table.rows, [](const FunctionRow& row) { return openCalls(row) > 0; });
  if (column.title == kTimed)
    return std::ranges::any_of(table.rows, [](const FunctionRow& row) { return row.estimatedCalls > 0; });
  if (column.title == kAllocated)
    return std::ranges::any_of(table.rows, [](const FunctionRow& row) { return row.memory.calls > 0; });
  if (column.title == kMostly) return std::ranges::any_of(table.rows, tellsErrors);
  if (column.title == kPeak)
    return std::ranges::any_of(table.rows, [](const FunctionRow& row) { return row.mostAtOnce > 1u; });
  return true;
}

// A column with its cells filled in.
struct Filled {
  const Column* column;
  std::size_t width = 0;
  std::vector<std::string> cells = {};
};

std::size_t rowsShown(const FunctionTable& table, const TableStyle& style) {
  const std::size_t first = std::min(style.firstRow, table.rows.size());
  return std::min(style.rows, table.rows.size() - first);
}

std::string titleOf(const Column& column, const TableStyle& style) {
  if (column.key != style.sortedBy) return column.title;
  const bool descending = (style.sortedBy == SortKey::Name) == style.reversed;
  return std::string(column.title) + (descending ? "▾" : "▴");
}

Filled fill(const Column& column, const FunctionTable& table, const TableStyle& style) {
  Filled filled{&column, displayWidth(titleOf(column, style))};
  const std::size_t first = std::min(style.firstRow, table.rows.size());
  for (std::size_t i = 0; i < rowsShown(table, style); ++i) {
    filled.cells.push_back(column.text(table.rows[first + i]));
    filled.width = std::max(filled.width, displayWidth(filled.cells.back()));
  }
  return filled;
}

// What all columns need when the function's name and the model are cut as far as they may be.
std::size_t leastWidth(const std::vector<Filled>& columns) {
  std::size_t width = 0;
  for (const Filled& filled : columns)
    width +=
        (width > 0 ? kGap : 0) + (filled.column->left ? std::min(filled.width, kShortestName) : filled.width);
  return width;
}

std::vector<std::string> dropColumns(std::vector<Filled>& columns, std::size_t room) {
  std::vector<std::string> dropped;
  while (columns.size() > 1 && leastWidth(columns) > room) {
    const auto least = std::ranges::min_element(columns, {}, [](const Filled& f) { return f.column->keep; });
    dropped.push_back(lower(least->column->title));
    columns.erase(least);
  }
  return dropped;
}

// The model is cut before the name: its end matters less.
void cutTexts(std::vector<Filled>& columns, std::size_t room) {
  for (auto filled = columns.rbegin(); filled != columns.rend(); ++filled) {
    if (!filled->column->left) continue;
    std::size_t width = 0;
    for (const Filled& other : columns) width += other.width + (width > 0 ? kGap : 0);
    if (width <= room) return;
    const std::size_t excess = width - room;
    const std::size_t least = std::min(filled->width, kShortestName);
    filled->width = filled->width > least + excess ? filled->width - excess : least;
  }
}

// The end of a qualified name tells more than its namespaces.
std::string cutFront(std::string_view text, std::size_t width) {
  if (displayWidth(text) <= width) return std::string(text);
  while (!text.empty() && (displayWidth(text) + 1 > width || isContinuationByte(text.front())))
    text.remove_prefix(1);
  return "…" + std::string(text);
}

std::string padded(const std::string& text, const Filled& filled, bool last) {
  const std::string cell =
      filled.column->key == SortKey::Name ? cutFront(text, filled.width) : ellipsize(text, filled.width);
  const std::string blanks(filled.width - std::min(filled.width, displayWidth(cell)), ' ');
  if (!filled.column->left) return blanks + cell;
  return last ? cell : cell + blanks;
}

std::string coloured(std::string text, const char* colour, const TableStyle& style) {
  return style.colour ? colour + std::move(text) + kReset : text;
}

std::string headingLine(const std::vector<Filled>& columns, const TableStyle& style) {
  std::string line;
  for (const Filled& filled : columns)
    line += (line.empty() ? "" : "  ") +
            padded(titleOf(*filled.column, style), filled, &filled == &columns.back());
  return coloured(std::move(line), kBold, style);
}

std::string rowLine(const std::vector<Filled>& columns, std::size_t row, bool failing,
                    const TableStyle& style) {
  std::string line;
  for (const Filled& filled : columns) {
    const std::string cell = padded(filled.cells[row], filled, &filled == &columns.back());
    const bool red = failing && filled.column->key == SortKey::Errors;
    line += (line.empty() ? "" : "  ") + (red ? coloured(cell, kRed, style) : cell);
  }
  return line;
}

void addWrapped(std::vector<std::string>& lines, const std::string& text, const char* colour,
                const TableStyle& style) {
  for (std::string& line : wrapped(text, style.columns))
    lines.push_back(colour == nullptr ? std::move(line) : coloured(std::move(line), colour, style));
}

std::string plural(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", countText(count), count == 1 ? one : many);
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  for (const std::string_view word : split(text, ' ')) {
    if (!line.empty() && displayWidth(line) + 1 + displayWidth(word) > columns)
      lines.push_back(std::exchange(line, {}));
    line += (line.empty() ? "" : " ") + ellipsize(word, columns);
  }
  lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> summaryLines(const FunctionTable& table, const TableStyle& style) {
  std::uint64_t calls = 0;
  for (const FunctionRow& row : table.rows) calls += row.calls;
  std::vector<std::string> lines;
  addWrapped(lines,
             fmt::format("{} ({} running, {} ended), {}, {}",
                         plural(table.running + table.ended, "process", "processes"),
                         countText(table.running), countText(table.ended),
                         plural(table.rows.size(), "function", "functions"), plural(calls, "call", "calls")),
             nullptr, style);
  if (table.lostCalls > 0 || table.lostSites > 0)
    addWrapped(lines,
               fmt::format("not recorded: {}, {} without room (see docs/reference/top.md)",
                           plural(table.lostCalls, "call", "calls"),
                           plural(table.lostSites, "function", "functions")),
               kRed, style);
  if (table.switchedOff > 0)
    addWrapped(
        lines,
        fmt::format("guards are switched off in {}", plural(table.switchedOff, "process", "processes")), kRed,
        style);
  return lines;
}

std::vector<std::string> tableLines(const FunctionTable& table, const TableStyle& style) {
  std::vector<Filled> columns;
  for (const Column& column : kColumns)
    if (isWanted(column, table)) columns.push_back(fill(column, table, style));
  const std::vector<std::string> dropped = dropColumns(columns, style.columns);
  cutTexts(columns, style.columns);
  std::vector<std::string> lines = {headingLine(columns, style)};
  const std::size_t shown = rowsShown(table, style);
  const std::size_t first = std::min(style.firstRow, table.rows.size());
  for (std::size_t row = 0; row < shown; ++row)
    lines.push_back(rowLine(columns, row, table.rows[first + row].errors.value_or(0) > 0, style));
  if (shown < table.rows.size())
    addWrapped(lines,
               fmt::format("{} of {}", countText(shown), plural(table.rows.size(), "function", "functions")),
               kDim, style);
  if (!dropped.empty()) addWrapped(lines, "no room for: " + join(dropped, ", "), kDim, style);
  return lines;
}

}  // namespace assay::telemetry
