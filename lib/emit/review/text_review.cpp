// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The review for a terminal. No list is a ranking of people or models: functions are ordered by what they
// cost, groups by how much is known of them.
#include <fmt/format.h>

#include <algorithm>

#include "emit/review/review.h"
#include "emit/review/wording.h"
#include "insight/league.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

using insight::FunctionReview;
using insight::LeagueRow;
using insight::Standing;
using telemetry::countText;

constexpr std::size_t kLongest = 20;  // of a list; the JSON has all
constexpr std::size_t kNameColumns = 28;

std::string counted(double value) {
  return countText(wholeNumber(value));
}

std::vector<const FunctionReview*> withStanding(const Document& document, Standing standing) {
  std::vector<const FunctionReview*> found;
  for (const FunctionReview& review : document.functions)
    if (review.standing == standing && review.callsAfter > 0) found.push_back(&review);
  return found;
}

class ReviewText {
 public:
  explicit ReviewText(const Document& document) : document_(document) {}

  std::string write() {
    head();
    judged("What got worse", Standing::Worse, "Nothing got worse that could be told from noise.");
    judged("What is fragile", Standing::Fragile, "Nothing.");
    trusted();
    unknown();
    moved();
    league("By model", insight::LeagueKey::Model);
    league("By vendor", insight::LeagueKey::Vendor);
    league("By prompt", insight::LeagueKey::Prompt);
    coverage();
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
  void more(std::size_t all) {
    if (all > kLongest) line(fmt::format("  … and {} more (--json lists all)", all - kLongest));
  }

  void head();
  void judged(std::string_view title, Standing standing, std::string_view none);
  void trusted();
  void unknown();
  void moved();
  void league(std::string_view title, insight::LeagueKey key);
  void row(const LeagueRow& row);
  void coverage();
  void names(std::string_view title, const std::vector<std::string>& names);

  const Document& document_;
  std::string text_;
};

void ReviewText::head() {
  const Period& after = document_.after;
  line(fmt::format("Review of the {} until {}, against the {} before", lengthText(after.until - after.since),
                   momentText(after.until), lengthText(document_.before.until - document_.before.since)));
  double calls = 0;
  for (const FunctionReview& review : document_.functions) calls += review.callsAfter;
  const auto number = [&](Standing standing) { return withStanding(document_, standing).size(); };
  line(fmt::format("{} calls; functions: {} worse, {} fragile, {} trusted, {} not to be judged yet",
                   counted(calls), number(Standing::Worse), number(Standing::Fragile),
                   number(Standing::Trusted), number(Standing::Unknown)));
  if (document_.coverage.known.since > document_.before.since)
    line(fmt::format("The history begins at {} only.", momentText(document_.coverage.known.since)));
}

void ReviewText::judged(std::string_view title, Standing standing, std::string_view none) {
  heading(title);
  const auto found = withStanding(document_, standing);
  if (found.empty()) line(fmt::format("  {}", none));
  for (const FunctionReview* review : std::span(found).first(std::min(found.size(), kLongest))) {
    line("  " + subjectText(review->subject));
    for (const insight::Finding& finding : review->findings) line("    " + findingText(*review, finding));
    for (const std::string& also : {mixText(*review), bodyText(*review, document_.after)})
      if (!also.empty()) line("    " + also);
  }
  more(found.size());
}

void ReviewText::trusted() {
  heading("What can be trusted");
  const auto found = withStanding(document_, Standing::Trusted);
  if (found.empty()) line("  Nothing yet: it takes calls enough that a change would have been seen.");
  for (const FunctionReview* review : std::span(found).first(std::min(found.size(), kLongest)))
    line(fmt::format("  {}: {} calls; at most {} of them fail, the mean is at most {}",
                     subjectText(review->subject), counted(review->callsAfter),
                     percentText(review->errors.rateAfter.interval.high),
                     factorText(review->times.sameSizes.change.factor.interval.high)));
  more(found.size());
}

void ReviewText::unknown() {
  const auto found = withStanding(document_, Standing::Unknown);
  if (found.empty()) return;
  heading("What cannot be told yet");
  for (const FunctionReview* review : std::span(found).first(std::min(found.size(), kLongest)))
    line(fmt::format("  {}: {} ({} calls)", subjectText(review->subject), reasonOf(review->missing),
                     counted(review->callsAfter)));
  more(found.size());
}

void ReviewText::moved() {
  std::vector<std::string> found;
  for (const FunctionReview& review : document_.functions)
    if (review.findings.empty() && !mixText(review).empty())
      found.push_back(fmt::format("  {}: {}", subjectText(review.subject), mixText(review)));
  if (found.empty()) return;
  heading("Other inputs, not slower code");
  for (const std::string& one : std::span(found).first(std::min(found.size(), kLongest))) line(one);
  more(found.size());
}

void ReviewText::league(std::string_view title, insight::LeagueKey key) {
  const auto rows = insight::leagueOf(document_.functions, key);
  if (rows.empty()) return;
  heading(fmt::format("{:<{}}{:>10}{:>16}  {:<32}{}", title, kNameColumns + 2, "functions", "calls",
                      "calls that fail in a function", "functions that got worse"));
  for (const LeagueRow& one : std::span(rows).first(std::min(rows.size(), kLongest))) row(one);
  more(rows.size());
  if (key == insight::LeagueKey::Model)
    line("  (shares are drawn towards the mean of all, the more the fewer functions; not a ranking)");
}

void ReviewText::row(const LeagueRow& row) {
  const std::string name = ellipsize(row.name.empty() ? "(not given)" : visibleText(row.name), kNameColumns);
  const std::string rate =
      fmt::format("{} ({})", percentText(row.errorRate.value), percentText(row.errorRate.interval));
  const std::string worse =
      fmt::format("{} of {}: {} ({})", row.worse, row.compared, percentText(row.worseShare.value),
                  percentText(row.worseShare.interval));
  const std::string blanks(kNameColumns - std::min(kNameColumns, displayWidth(name)), ' ');
  line(fmt::format("  {}{}{:>10}{:>16}  {:<32}{}{}", name, blanks, row.functions, counted(row.calls), rate,
                   worse, row.apart ? "  apart from the others" : ""));
}

void ReviewText::names(std::string_view title, const std::vector<std::string>& names) {
  if (names.empty()) return;
  line(fmt::format("  {}: {}", title, names.size()));
  for (const std::string& name : std::span(names).first(std::min(names.size(), kLongest)))
    line("    " + name);
  if (names.size() > kLongest) line(fmt::format("    … and {} more", names.size() - kLongest));
}

void ReviewText::coverage() {
  const Coverage& coverage = document_.coverage;
  std::vector<std::string> never, partly, silent, entries;
  for (const insight::Subject& subject : coverage.neverCalled) never.push_back(subjectText(subject));
  for (const PartlySeen& one : coverage.partly)
    partly.push_back(subjectText(one.subject) + ": " + visibleText(one.what));
  for (const FunctionReview& review : document_.functions) {
    if (review.callsAfter == 0) silent.push_back(subjectText(review.subject));
    if (review.callsAfter > 0 && !review.endsSeen) entries.push_back(subjectText(review.subject));
  }
  heading("Coverage");
  if (!coverage.hasManifest) line("  without a manifest nobody knows which functions were never called");
  names("in the manifest, but not called", never);
  names("called in the period before, and not since", silent);
  names("counted at their entry alone", entries);
  names("seen in part", partly);
  if (coverage.hasManifest && never.empty() && silent.empty() && entries.empty() && partly.empty())
    line("  every function of the manifest was called and is seen in full");
}

}  // namespace

std::string writeText(const Document& document) {
  return ReviewText(document).write();
}

}  // namespace assay::emit::review
