// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The review for a terminal. No list is a ranking of people or models: functions are ordered by what they
// cost, groups by how much is known of them.
#include <fmt/format.h>

#include <algorithm>

#include "emit/review/outline.h"
#include "emit/review/review.h"
#include "emit/review/wording.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

constexpr std::size_t kLongest = 20;         // of a list; the JSON has all
constexpr std::size_t kLongestOrdered = 10;  // of one that says what comes first
constexpr std::size_t kNameColumns = 28;

class ReviewText {
 public:
  std::string write(const Outline& outline) {
    line(outline.title);
    for (const std::string& one : outline.lines) line(one);
    for (const Section& one : outline.sections) section(one);
    for (const League& one : outline.leagues) {
      league(one);
      if (&one == &outline.leagues.front()) line(fmt::format("  ({})", outline.leagueNote));
    }
    coverage(outline.coverage);
    return std::move(text_);
  }

 private:
  void line(std::string_view text) {
    text_ += trimRight(text);
    text_ += '\n';
  }
  void heading(std::string_view title) {
    text_ += '\n';
    line(title);
  }
  void more(std::size_t all, std::size_t shown) {
    if (all > shown) line(fmt::format("  … and {} more (--json lists all)", all - shown));
  }

  void section(const Section& section);
  void league(const League& league);
  void row(const insight::LeagueRow& row);
  void coverage(const Section& section);

  std::string text_;
};

void ReviewText::section(const Section& section) {
  heading(section.note.empty() ? section.title : fmt::format("{} ({})", section.title, section.note));
  if (section.items.empty()) line("  " + section.none);
  const std::size_t shown = std::min(section.items.size(), section.numbered ? kLongestOrdered : kLongest);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string place = section.numbered ? fmt::format("{:>3}. ", i + 1) : "  ";
    line(place + itemText(section.items[i]));
    for (const std::string& one : section.items[i].lines) line(std::string(place.size() + 2, ' ') + one);
  }
  more(section.items.size(), shown);
}

void ReviewText::league(const League& league) {
  heading(fmt::format("{:<{}}{:>10}{:>16}  {:<32}{}", league.title, kNameColumns + 2, "functions", "calls",
                      "calls that fail in a function", "functions that got worse"));
  const std::size_t shown = std::min(league.rows.size(), kLongest);
  for (const insight::LeagueRow& one : std::span(league.rows).first(shown)) row(one);
  more(league.rows.size(), shown);
}

void ReviewText::row(const insight::LeagueRow& row) {
  const std::string name = ellipsize(row.name.empty() ? kNotGiven : visibleText(row.name), kNameColumns);
  const std::string blanks(kNameColumns - std::min(kNameColumns, displayWidth(name)), ' ');
  line(fmt::format("  {}{}{:>10}{:>16}  {:<32}{}{}", name, blanks, row.functions,
                   telemetry::countText(wholeNumber(row.calls)), errorShareText(row), worseShareText(row),
                   row.apart ? "  apart from the others" : ""));
}

void ReviewText::coverage(const Section& section) {
  heading(section.title);
  for (const Item& item : section.items) {
    line("  " + itemText(item));
    for (const std::string& name : std::span(item.lines).first(std::min(item.lines.size(), kLongest)))
      line("    " + name);
    if (item.lines.size() > kLongest) line(fmt::format("    … and {} more", item.lines.size() - kLongest));
  }
}

}  // namespace

std::string writeText(const Document& document) {
  return ReviewText().write(outlineOf(document));
}

}  // namespace assay::emit::review
