// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The report for a terminal. Every line fits the width: names are cut where they must be, numbers never.
#include <fmt/format.h>

#include <algorithm>

#include "emit/report/inventory.h"
#include "emit/report/sources.h"
#include "emit/report/text_layout.h"
#include "emit/report/writers.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

constexpr std::size_t kFewestColumns = 40;
constexpr std::size_t kWidestTable = 100;  // wider than this, numbers are too far from their names
constexpr std::size_t kNumberWidth = 11;
constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kYellow = "\033[33m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kReset = "\033[0m";

class TextWriter {
 public:
  explicit TextWriter(const Presentation& presentation)
      : columns_(std::max(presentation.columns, kFewestColumns)),
        colour_(presentation.colour),
        sources_(presentation.sources) {}

  std::string write(const Inventory& inventory) {
    coverage(inventory);
    for (const Breakdown& breakdown : inventory.breakdowns) table(breakdown);
    functions(inventory);
    if (sources_ != nullptr) sources(inventory);
    concerns(inventory.concerns);
    return std::move(text_);
  }

 private:
  void coverage(const Inventory& inventory);
  void table(const Breakdown& breakdown);
  void functions(const Inventory& inventory);
  void sources(const Inventory& inventory);
  void source(const SourceRow& row);
  void concerns(const std::vector<Concern>& concerns);
  void concern(const Concern& concern);

  void heading(std::string_view title);
  void row(std::string_view name, std::string_view functions, std::string_view lines,
           std::string_view style = {});
  // "  PLACE  DETAIL" on one line when both fit, else the detail on a line of its own.
  void item(const std::string& place, const std::string& detail);
  void more(std::size_t left);
  void line(std::string_view text, std::string_view style = {});

  std::string text_;
  std::size_t columns_;
  bool colour_;
  const model::Reconciliations* sources_;
};

void TextWriter::line(std::string_view text, std::string_view style) {
  text = trimRight(text);
  if (colour_ && !style.empty())
    text_.append(style).append(text).append(kReset);
  else
    text_ += text;
  text_ += '\n';
}

void TextWriter::heading(std::string_view title) {
  if (!text_.empty()) text_ += '\n';
  row(title, "functions", "lines", kBold);
}

void TextWriter::row(std::string_view name, std::string_view functions, std::string_view lines,
                     std::string_view style) {
  const std::size_t nameWidth = std::min(columns_, kWidestTable) - 2 * kNumberWidth;
  line(fitLeft(name, nameWidth) + fitRight(functions, kNumberWidth) + fitRight(lines, kNumberWidth), style);
}

void TextWriter::coverage(const Inventory& inventory) {
  heading("AI-tagged code");
  row("  tagged", grouped(inventory.taggedFunctions), grouped(inventory.taggedLines));
  row("  all", grouped(inventory.totals.functions), grouped(inventory.totals.functionLines));
  row("  share", percentage(inventory.taggedFunctions, inventory.totals.functions),
      percentage(inventory.taggedLines, inventory.totals.functionLines));
  line(ellipsize(
      fmt::format("  in {} of {} files", grouped(inventory.taggedFiles), grouped(inventory.totals.files)),
      columns_));
  if (inventory.humanEntries > 0)
    line(
        ellipsize(fmt::format("  {} declared as human work, not counted", inventory.humanEntries), columns_));
}

void TextWriter::table(const Breakdown& breakdown) {
  heading(breakdown.title);
  const std::size_t shown = std::min(breakdown.groups.size(), kLongestList);
  for (const Group& group : std::span(breakdown.groups).first(shown)) {
    row("  " + oneLine(group.name), grouped(group.functions), grouped(group.lines));
    if (group.spellings.empty()) continue;
    std::string written = "    as " + oneLine(join(group.spellings, ", "));
    line(ellipsize(written, std::min(columns_, kWidestTable)), kDim);
  }
  more(breakdown.groups.size() - shown);
}

std::string withInput(const model::AnnotatedFunction& function) {
  const std::string size = sizeOfInput(function), type = typeOfInput(function);
  if (size.empty() && type.empty()) return function.name;
  const std::string said = (size.empty() ? "" : "size: " + size) +
                           (size.empty() || type.empty() ? "" : ", ") + (type.empty() ? "" : "type: " + type);
  return fmt::format("{} ({})", function.name, said);
}

void TextWriter::functions(const Inventory& inventory) {
  if (inventory.functions.empty()) return;
  text_ += '\n';
  line("Functions", kBold);
  const std::size_t shown = std::min(inventory.functions.size(), kLongestList);
  for (const model::AnnotatedFunction* function : std::span(inventory.functions).first(shown))
    item(placeOf(*function), withInput(*function));
  more(inventory.functions.size() - shown);
}

void TextWriter::sources(const Inventory& inventory) {
  const std::vector<SourceRow> rows = sourceRows(inventory, *sources_);
  text_ += '\n';
  line("Sources: " + sourceCounts(rows), kBold);
  const std::size_t shown = std::min(rows.size(), kLongestList);
  for (const SourceRow& row : std::span(rows).first(shown)) source(row);
  more(rows.size() - shown);
}

void TextWriter::source(const SourceRow& row) {
  item(placeOf(*row.entry), fmt::format("{}: {}", row.entry->name, sourcesText(*row.reconciled)));
  const std::string writers = writersText(*row.reconciled);
  if (!writers.empty()) line(ellipsize("      lines: " + oneLine(writers), columns_), kDim);
}

void TextWriter::concerns(const std::vector<Concern>& concerns) {
  text_ += '\n';
  if (concerns.empty()) return line("Nothing needs attention.", kBold);
  line("Needs attention", kBold);
  for (const Concern& entry : concerns) concern(entry);
}

void TextWriter::concern(const Concern& concern) {
  constexpr std::size_t kShown = 5;
  line(ellipsize(fmt::format("  {}: {}", concern.title, grouped(concern.items.size())), columns_), kYellow);
  line(ellipsize(fmt::format("    {}", concern.advice), columns_), kDim);
  const std::size_t shown = std::min(concern.items.size(), kShown);
  for (const AttentionItem& entry : std::span(concern.items).first(shown)) {
    const std::string& name = entry.entry->name;
    const std::string_view separator = name.empty() || entry.detail.empty() ? "" : ": ";
    item(placeOf(*entry.entry), fmt::format("{}{}{}", name, separator, entry.detail));
  }
  more(concern.items.size() - shown);
}

void TextWriter::item(const std::string& place, const std::string& detail) {
  constexpr std::size_t kIndent = 4;
  const std::string where = keepEnd(oneLine(place), columns_ - kIndent);
  const std::string what = oneLine(detail);
  const std::string indent(kIndent, ' ');
  if (kIndent + displayWidth(where) + 2 + displayWidth(what) <= columns_)
    return line(indent + where + "  " + what);
  line(indent + where);
  line(indent + "  " + ellipsize(what, columns_ - kIndent - 2));
}

void TextWriter::more(std::size_t left) {
  if (left == 0) return;
  const std::string all = fmt::format("    … and {} more (--format json lists all)", grouped(left));
  line(displayWidth(all) <= columns_ ? all : fmt::format("    … and {} more (--format json)", grouped(left)),
       kDim);
}

}  // namespace

std::string writeTextReport(const model::Manifest& manifest, const Presentation& presentation) {
  return TextWriter(presentation).write(takeInventory(manifest));
}

}  // namespace assay::emit::report
