// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The review for a terminal. No list is a ranking of people or models: functions are ordered by what they
// cost, groups by how much is known of them.
#include <fmt/format.h>

#include <algorithm>

#include "emit/review/course_text.h"
#include "emit/review/error_words.h"
#include "emit/review/outline.h"
#include "emit/review/review.h"
#include "emit/review/wording.h"
#include "emit/review/wrapped_text.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

constexpr std::size_t kLongest = 20;         // of a list; the JSON has all
constexpr std::size_t kLongestOrdered = 10;  // of one that says what comes first
constexpr std::size_t kNameColumns = 28;
constexpr std::size_t kBarColumns = 16;
constexpr std::size_t kLeagueColumns = 150;  // with less a group has lines, and no row
constexpr std::size_t kCourseColumns = 28;   // two weeks of half days
constexpr std::size_t kBesideCourse = 13;    // the indent, "mean " and the bar

std::string nameOf(const insight::LeagueRow& row) {
  return row.name.empty() ? kNotGiven : visibleText(row.name);
}

bool isOfTimes(const insight::Finding& finding) {
  using enum insight::FindingKind;
  return finding.kind == Slower || finding.kind == SlowerHalf || finding.kind == SlowerTail;
}

class ReviewText {
 public:
  explicit ReviewText(const Document& document) : document_(document) {}

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
    for (const std::string& piece : wrapped(trimRight(text), document_.columns)) {
      text_ += piece;
      text_ += '\n';
    }
  }
  void heading(std::string_view title) {
    text_ += '\n';
    line(title);
  }
  void more(std::size_t all, std::size_t shown) {
    if (all > shown) line(fmt::format("  … and {} more (--json lists all)", all - shown));
  }

  void section(const Section& section);
  void course(const insight::FunctionReview& review, std::size_t indent);
  void league(const League& league);
  void row(const insight::LeagueRow& row, double most);
  void lines(const insight::LeagueRow& row, double most);
  void coverage(const Section& section);

  [[nodiscard]] bool isNarrow() const { return document_.columns > 0 && document_.columns < kLeagueColumns; }

  const Document& document_;
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
    if (section.numbered && section.items[i].review != nullptr)
      course(*section.items[i].review, place.size() + 2);
  }
  more(section.items.size(), shown);
}

// Bodies that live at once have no course of their own.
void ReviewText::course(const insight::FunctionReview& review, std::size_t indent) {
  const auto course = document_.courses.find(review.subject.id);
  if (document_.versions || course == document_.courses.end()) return;
  const std::size_t room = document_.columns == 0 ? kCourseColumns : document_.columns - kBesideCourse;
  const std::size_t windows = std::min(kCourseColumns, room);
  const auto add = [&](const std::string& drawn) {
    if (!drawn.empty()) line(std::string(indent, ' ') + drawn);
  };
  const bool fails = std::ranges::any_of(review.findings, isOfErrors);
  if (fails) add(failuresLine(course->second, document_.after, windows));
  if (!fails || std::ranges::any_of(review.findings, isOfTimes))
    add(timesLine(course->second, document_.after, windows));
}

void ReviewText::league(const League& league) {
  if (isNarrow())
    heading(league.title);
  else
    heading(fmt::format("{:<{}}{:>10}{:>16}  {:<{}}  {:<32}{}", league.title, kNameColumns + 2, "functions",
                        "calls", "", kBarColumns, "calls that fail in a function",
                        "functions that got worse"));
  const std::size_t shown = std::min(league.rows.size(), kLongest);
  double most = 0;
  for (const insight::LeagueRow& one : std::span(league.rows).first(shown))
    most = std::max(most, one.errorRate.interval.high);
  for (const insight::LeagueRow& one : std::span(league.rows).first(shown))
    isNarrow() ? lines(one, most) : row(one, most);
  more(league.rows.size(), shown);
}

void ReviewText::row(const insight::LeagueRow& row, double most) {
  const std::string name = ellipsize(nameOf(row), kNameColumns);
  const std::string blanks(kNameColumns - std::min(kNameColumns, displayWidth(name)), ' ');
  line(fmt::format("  {}{}{:>10}{:>16}  {}  {:<32}{}{}", name, blanks, row.functions,
                   telemetry::countText(wholeNumber(row.calls)),
                   intervalBar(row.errorRate, most, kBarColumns), errorShareText(row), worseShareText(row),
                   row.apart ? "  apart from the others" : ""));
}

void ReviewText::lines(const insight::LeagueRow& row, double most) {
  line("  " + nameOf(row));
  line(
      fmt::format("    functions {}, calls {}", row.functions, telemetry::countText(wholeNumber(row.calls))));
  line(fmt::format("    fail {}", intervalBar(row.errorRate, most, kBarColumns)));
  line(fmt::format("    {}{}", errorShareText(row), row.apart ? ", apart from the others" : ""));
  line(fmt::format("    worse {}", worseShareText(row)));
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
  return ReviewText(document).write(outlineOf(document));
}

}  // namespace assay::emit::review
