// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The review for an issue or a mail. As long as the one for a terminal: code hosts take 65,536 characters.
#include <fmt/format.h>

#include <algorithm>

#include "emit/review/markdown_text.h"
#include "emit/review/outline.h"
#include "emit/review/review.h"
#include "emit/review/wording.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

constexpr std::size_t kMostInMarkdown = 20;
constexpr std::size_t kMostOrdered = 10;
constexpr std::size_t kMarkdownNameColumns = 120;

std::string nameText(std::string_view name) {
  return codeText(ellipsize(visibleText(name), kMarkdownNameColumns));
}

std::string cellText(std::string_view name) {
  return cellCodeText(ellipsize(visibleText(name), kMarkdownNameColumns));
}

std::string subjectMarkdown(const insight::Subject& subject) {
  std::string text = nameText(subject.name);
  if (!subject.model.empty()) text += fmt::format(" ({})", nameText(subject.model));
  if (!subject.file.empty()) text += ' ' + nameText(fmt::format("{}:{}", subject.file, subject.line));
  return text;
}

std::string itemMarkdown(const Item& item) {
  if (item.subject == nullptr) return sentenceText(item.text);
  return subjectMarkdown(*item.subject) + (item.text.empty() ? "" : ": " + sentenceText(item.text));
}

std::string moreMarkdown(std::size_t all, std::size_t shown) {
  return all > shown ? fmt::format("\n… and {} more.\n", all - shown) : std::string();
}

std::string sectionMarkdown(const Section& section) {
  std::string text = fmt::format("\n## {}\n\n", sentenceText(section.title));
  if (!section.note.empty()) text += fmt::format("*{}*\n\n", sentenceText(section.note));
  if (section.items.empty()) return text + sentenceText(section.none) + '\n';
  const std::size_t shown = std::min(section.items.size(), section.numbered ? kMostOrdered : kMostInMarkdown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Item& item = section.items[i];
    text += section.numbered ? fmt::format("{}. {}\n", i + 1, itemMarkdown(item))
                             : fmt::format("- {}\n", itemMarkdown(item));
    const std::string_view indent = section.numbered ? "    - " : "  - ";
    for (const std::string& line : std::span(item.lines).first(std::min(item.lines.size(), kMostInMarkdown)))
      text += fmt::format("{}{}\n", indent, sentenceText(line));
    if (item.lines.size() > kMostInMarkdown)
      text += fmt::format("{}… and {} more\n", indent, item.lines.size() - kMostInMarkdown);
  }
  return text + moreMarkdown(section.items.size(), shown);
}

std::string leagueMarkdown(const League& league) {
  std::string text = fmt::format(
      "\n## {}\n\n| | functions | calls | calls that fail in a function | functions that got worse | |\n"
      "|---|--:|--:|---|---|---|\n",
      sentenceText(league.title));
  const std::size_t shown = std::min(league.rows.size(), kMostInMarkdown);
  for (const insight::LeagueRow& row : std::span(league.rows).first(shown))
    text +=
        fmt::format("| {} | {} | {} | {} | {} | {} |\n", row.name.empty() ? kNotGiven : cellText(row.name),
                    row.functions, telemetry::countText(wholeNumber(row.calls)), errorShareText(row),
                    worseShareText(row), row.apart ? "apart from the others" : "");
  return text + moreMarkdown(league.rows.size(), shown);
}

}  // namespace

std::string writeMarkdown(const Document& document) {
  const Outline outline = outlineOf(document);
  std::string text = fmt::format("# {}\n", sentenceText(outline.title));
  for (const std::string& line : outline.lines) text += fmt::format("\n{}\n", sentenceText(line));
  for (const Section& section : outline.sections) text += sectionMarkdown(section);
  for (const League& league : outline.leagues) text += leagueMarkdown(league);
  if (!outline.leagues.empty()) text += fmt::format("\n*{}*\n", sentenceText(outline.leagueNote));
  return text + sectionMarkdown(outline.coverage);
}

}  // namespace assay::emit::review
