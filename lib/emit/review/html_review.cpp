// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The review as one page: nothing in it is loaded from anywhere, no script runs, all foreign text is escaped.
// What is drawn and listed is limited, so that thousands of functions are a page that opens; the page says
// so.
#include <fmt/format.h>

#include <algorithm>

#include "emit/review/charts.h"
#include "emit/review/heat_chart.h"
#include "emit/review/html_style_table.h"
#include "emit/review/html_text.h"
#include "emit/review/outline.h"
#include "emit/review/review.h"
#include "emit/review/wording.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

constexpr std::size_t kMostDrawn = 40;
constexpr std::size_t kMostOnPage = 200;
constexpr std::size_t kMostRows = 2000;
constexpr std::size_t kPageNameColumns = 120;
constexpr double kRowNanosecond = 1e-9;

std::string shortened(std::string_view text) {
  return htmlText(ellipsize(visibleText(text), kPageNameColumns));
}

std::string placeOf(const insight::Subject& subject) {
  return subject.file.empty() ? std::string() : fmt::format("{}:{}", shortened(subject.file), subject.line);
}

std::string subjectHtml(const insight::Subject& subject) {
  std::string html = fmt::format("<code>{}</code>", shortened(subject.name));
  if (!subject.model.empty()) html += fmt::format(" <span>{}</span>", shortened(subject.model));
  if (!subject.file.empty()) html += fmt::format(" <span class=\"place\">{}</span>", placeOf(subject));
  return html;
}

class ReviewPage {
 public:
  explicit ReviewPage(const Document& document) : document_(document) {}

  std::string write(const Outline& outline) {
    head(outline);
    for (const Section& one : outline.sections) section(one, kMostOnPage);
    for (const League& one : outline.leagues) league(one, outline.leagueNote);
    section(outline.coverage, kMostOnPage);
    functions();
    html_ += "</main>\n</body>\n</html>\n";
    return std::move(html_);
  }

 private:
  void head(const Outline& outline);
  void section(const Section& section, std::size_t most);
  void item(const Item& item, bool drawn);
  void charts(const insight::FunctionReview& review);
  void figure(std::string_view caption, std::string_view chart);
  void league(const League& league, std::string_view note);
  void functions();
  void row(const insight::FunctionReview& review);
  void more(std::size_t all, std::size_t shown) {
    if (all > shown)
      html_ += fmt::format("<p class=\"note\">The first {} of {}; the JSON lists all.</p>\n", shown, all);
  }

  const Document& document_;
  std::string html_;
};

void ReviewPage::head(const Outline& outline) {
  html_ += fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n",
      htmlText(outline.title), kReviewStyle);
  for (const std::string& line : outline.lines) html_ += fmt::format("<p>{}</p>\n", htmlText(line));
}

void ReviewPage::section(const Section& section, std::size_t most) {
  html_ += fmt::format("<section>\n<h2>{}</h2>\n", htmlText(section.title));
  if (!section.note.empty()) html_ += fmt::format("<p class=\"note\">{}</p>\n", htmlText(section.note));
  if (section.items.empty()) html_ += fmt::format("<p>{}</p>\n", htmlText(section.none));
  const std::size_t shown = std::min(section.items.size(), most);
  const std::string_view list = section.numbered ? "ol" : "ul";
  if (shown > 0) html_ += fmt::format("<{} class=\"items\">\n", list);
  for (std::size_t i = 0; i < shown; ++i) item(section.items[i], section.numbered && i < kMostDrawn);
  if (shown > 0) html_ += fmt::format("</{}>\n", list);
  more(section.items.size(), shown);
  if (section.numbered && shown > kMostDrawn)
    html_ += fmt::format("<p class=\"note\">Drawn are the first {}.</p>\n", kMostDrawn);
  html_ += "</section>\n";
}

void ReviewPage::item(const Item& item, bool drawn) {
  html_ += "<li><p>";
  if (item.subject != nullptr) html_ += subjectHtml(*item.subject);
  if (!item.text.empty()) html_ += (item.subject == nullptr ? "" : ": ") + htmlText(item.text);
  html_ += "</p>\n";
  const std::size_t shown = std::min(item.lines.size(), kMostOnPage);
  if (shown > 0) html_ += "<ul>\n";
  for (const std::string& line : std::span(item.lines).first(shown))
    html_ += fmt::format("<li>{}</li>\n", htmlText(line));
  if (shown > 0) html_ += "</ul>\n";
  more(item.lines.size(), shown);
  if (drawn && item.review != nullptr) charts(*item.review);
  html_ += "</li>\n";
}

void ReviewPage::charts(const insight::FunctionReview& review) {
  const auto course = document_.courses.find(review.subject.id);
  const std::string overTime = course == document_.courses.end()
                                   ? std::string()
                                   : courseChart(course->second, document_.before, document_.after);
  const std::string bySize = growthChart(review.complexity);
  if (overTime.empty() && bySize.empty()) return;
  html_ += "<div class=\"charts\">\n";
  figure(
      "Time: <span class=\"mean\">mean</span> <span class=\"median\">median</span> "
      "<span class=\"tail\">slowest 1 %</span>, <span class=\"errors\">share that fails</span>",
      overTime);
  if (course != document_.courses.end())
    figure("All calls by the time they took: more is darker",
           heatChart(course->second, document_.before, document_.after));
  figure("Mean time by size of the input, and the fitted curve", bySize);
  html_ += "</div>\n";
}

void ReviewPage::figure(std::string_view caption, std::string_view chart) {
  if (chart.empty()) return;
  html_ += fmt::format("<figure><figcaption>{}</figcaption>{}</figure>\n", caption, chart);
}

void ReviewPage::league(const League& league, std::string_view note) {
  html_ += fmt::format("<section>\n<h2>{}</h2>\n<p class=\"note\">{}</p>\n", htmlText(league.title),
                       htmlText(note));
  figure("Calls that fail in a function", forestChart(league.rows));
  html_ +=
      "<table>\n<thead><tr><th></th><th class=\"number\">functions</th><th class=\"number\">calls</th>"
      "<th>calls that fail in a function</th><th>functions that got "
      "worse</th><th></th></tr></thead>\n<tbody>\n";
  const std::size_t shown = std::min(league.rows.size(), kMostOnPage);
  for (const insight::LeagueRow& one : std::span(league.rows).first(shown))
    html_ += fmt::format(
        "<tr><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td><td>{}</td>"
        "<td>{}</td><td>{}</td></tr>\n",
        one.name.empty() ? kNotGiven : shortened(one.name), one.functions,
        telemetry::countText(wholeNumber(one.calls)), errorShareText(one), worseShareText(one),
        one.apart ? "apart from the others" : "");
  html_ += "</tbody>\n</table>\n";
  more(league.rows.size(), shown);
  html_ += "</section>\n";
}

void ReviewPage::functions() {
  if (document_.functions.empty()) return;
  html_ +=
      "<section>\n<h2>All functions</h2>\n<table>\n<thead><tr><th>function</th><th>model</th><th>place</th>"
      "<th>standing</th><th class=\"number\">calls</th><th class=\"number\">fail</th>"
      "<th class=\"number\">mean</th><th>at the same sizes</th></tr></thead>\n<tbody>\n";
  const std::size_t shown = std::min(document_.functions.size(), kMostRows);
  for (const insight::FunctionReview& one : std::span(document_.functions).first(shown)) row(one);
  html_ += "</tbody>\n</table>\n";
  more(document_.functions.size(), shown);
  html_ += "</section>\n";
}

void ReviewPage::row(const insight::FunctionReview& review) {
  const bool timed = review.endsSeen && review.times.meanAfter.value > 0;
  const insight::Estimate& change = review.times.sameSizes.change.factor;
  const bool compared = timed && review.comparable && review.times.sameSizes.covered > 0;
  html_ += fmt::format(
      "<tr class=\"{}\"><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td>"
      "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>"
      "<td>{}</td></tr>\n",
      codeOf(review.standing), shortened(review.subject.name), shortened(review.subject.model),
      placeOf(review.subject), codeOf(review.standing), telemetry::countText(wholeNumber(review.callsAfter)),
      review.endsSeen ? percentText(review.errors.after.rate()) : "-",
      timed ? telemetry::durationText(review.times.meanAfter.value * kRowNanosecond) : "-",
      compared ? factorText(change) : "-");
}

}  // namespace

std::string writeHtml(const Document& document) {
  return ReviewPage(document).write(outlineOf(document));
}

}  // namespace assay::emit::review
