// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The report for a merge request or a wiki: GitHub's tables, foreign text in code spans only.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "emit/report/inventory.h"
#include "emit/report/markdown_text.h"
#include "emit/report/sources.h"
#include "emit/report/text_layout.h"
#include "emit/report/writers.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

constexpr std::size_t kWidestCell = 80;

std::string cell(std::string_view text) {
  return codeSpan(text, kWidestCell);
}

std::string more(std::size_t left) {
  return left == 0 ? "" : fmt::format("\n… and {} more (`--format json` lists all)\n", grouped(left));
}

std::string coverage(const Inventory& inventory) {
  return fmt::format(
             "# AI-tagged code\n\n"
             "| | functions | lines |\n|---|--:|--:|\n"
             "| tagged | {} | {} |\n| all | {} | {} |\n| share | {} | {} |\n\n",
             grouped(inventory.taggedFunctions), grouped(inventory.taggedLines),
             grouped(inventory.totals.functions), grouped(inventory.totals.functionLines),
             percentage(inventory.taggedFunctions, inventory.totals.functions),
             percentage(inventory.taggedLines, inventory.totals.functionLines)) +
         fmt::format("In {} of {} files.\n", grouped(inventory.taggedFiles),
                     grouped(inventory.totals.files)) +
         (inventory.humanEntries > 0
              ? fmt::format("{} declared as human work, not counted.\n", grouped(inventory.humanEntries))
              : "");
}

std::string spellings(const Group& group) {
  std::vector<std::string> cells;
  for (const std::string& spelling : group.spellings) cells.push_back(cell(spelling));
  return cells.empty() ? "" : fmt::format(" (as {})", join(cells, ", "));
}

std::string table(const Breakdown& breakdown) {
  std::string text = fmt::format("\n## {}\n\n| | functions | lines |\n|---|--:|--:|\n", breakdown.title);
  const std::size_t shown = std::min(breakdown.groups.size(), kLongestList);
  for (const Group& group : std::span(breakdown.groups).first(shown))
    text += fmt::format("| {}{} | {} | {} |\n", cell(group.name), spellings(group), grouped(group.functions),
                        grouped(group.lines));
  return text + more(breakdown.groups.size() - shown);
}

std::string functions(const Inventory& inventory) {
  if (inventory.functions.empty()) return {};
  std::string text =
      "\n## Functions\n\n| function | place | size | type | model | date | drift | prompt "
      "|\n|---|---|---|---|---|---|---|---|\n";
  const std::size_t shown = std::min(inventory.functions.size(), kLongestList);
  for (const model::AnnotatedFunction* function : std::span(inventory.functions).first(shown)) {
    const model::Tag& tag = function->tag;
    text += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", cell(function->name),
                        cell(placeOf(*function)), cell(sizeOfInput(*function)), cell(typeOfInput(*function)),
                        cell(modelNameOf(tag)), cell(tag.date), driftOf(*function), cell(tag.prompt));
  }
  return text + more(inventory.functions.size() - shown);
}

std::string sourceLine(const SourceRow& row) {
  std::string text = fmt::format("| {} | {} | {} |", cell(row.entry->name), cell(placeOf(*row.entry)),
                                 cell(modelNameOf(row.entry->tag)));
  for (const model::SourceSays& says : row.reconciled->sources)
    text += fmt::format(" {} |", cell(sourceText(says, row.reconciled->lines)));
  return text +
         fmt::format(" {} | {} |\n", nameOf(row.reconciled->verdict()), cell(writersText(*row.reconciled)));
}

std::string sources(const Inventory& inventory, const model::Reconciliations* asked) {
  if (asked == nullptr) return {};
  const std::vector<SourceRow> rows = sourceRows(inventory, *asked);
  std::string text = fmt::format(
      "\n## Sources\n\n{}.\n\n| function | place | tag | git-ai | agent-trace | trailer | together | lines "
      "|\n|---|---|---|---|---|---|---|---|\n",
      sourceCounts(rows));
  const std::size_t shown = std::min(rows.size(), kLongestList);
  for (const SourceRow& row : std::span(rows).first(shown)) text += sourceLine(row);
  return text + more(rows.size() - shown);
}

std::string item(const AttentionItem& item) {
  std::string text = "- " + cell(placeOf(*item.entry));
  if (!item.entry->name.empty()) text += ' ' + cell(item.entry->name);
  if (!item.detail.empty()) text += ": " + cell(item.detail);
  return text + '\n';
}

std::string concern(const Concern& concern) {
  std::string text =
      fmt::format("\n### {}: {}\n\n{}.\n\n", concern.title, grouped(concern.items.size()), concern.advice);
  const std::size_t shown = std::min(concern.items.size(), kLongestList);
  for (const AttentionItem& entry : std::span(concern.items).first(shown)) text += item(entry);
  return text + more(concern.items.size() - shown);
}

}  // namespace

std::string writeMarkdownReport(const model::Manifest& manifest, const Presentation& presentation) {
  const Inventory inventory = takeInventory(manifest);
  std::string text = coverage(inventory);
  for (const Breakdown& breakdown : inventory.breakdowns) text += table(breakdown);
  text += functions(inventory);
  text += sources(inventory, presentation.sources);
  text += inventory.concerns.empty() ? "\nNothing needs attention.\n" : "\n## Needs attention\n";
  for (const Concern& entry : inventory.concerns) text += concern(entry);
  return text;
}

}  // namespace assay::emit::report
