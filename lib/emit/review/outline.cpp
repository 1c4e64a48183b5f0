// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "emit/review/attention.h"
#include "emit/review/error_words.h"
#include "emit/review/since_last.h"
#include "emit/review/wording.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

using insight::FunctionReview;
using insight::Standing;

std::string calls(double value) {
  return telemetry::countText(wholeNumber(value));
}

std::vector<const FunctionReview*> withStanding(const Document& document, Standing standing) {
  std::vector<const FunctionReview*> found;
  for (const FunctionReview& review : document.functions)
    if (review.standing == standing && review.callsAfter > 0) found.push_back(&review);
  return found;
}

std::string titleOf(const Document& document) {
  const Period& after = document.after;
  const std::string length = lengthText(after.until - after.since), end = momentText(after.until);
  if (document.versions)
    return fmt::format("Review of the bodies of {} against those of {}, in the {} until {}",
                       visibleText(document.versions->after), visibleText(document.versions->before), length,
                       end);
  return fmt::format("Review of the {} until {}, against the {} before", length, end,
                     lengthText(document.before.until - document.before.since));
}

std::vector<std::string> headLinesOf(const Document& document) {
  double all = 0;
  for (const FunctionReview& review : document.functions) all += review.callsAfter;
  const auto number = [&](Standing standing) { return withStanding(document, standing).size(); };
  std::vector<std::string> lines = {
      fmt::format("{} calls; functions: {} worse, {} fragile, {} trusted, {} not to be judged yet",
                  calls(all), number(Standing::Worse), number(Standing::Fragile), number(Standing::Trusted),
                  number(Standing::Unknown))};
  if (document.versions)
    lines.push_back(
        fmt::format("Not compared: {} with the same body in both, {} with calls in one of them "
                    "at most.",
                    document.versions->same, document.versions->missing));
  if (document.sinceLast && !document.last)
    lines.emplace_back("There is no earlier review yet to say what changed since.");
  if (document.coverage.known.since > document.before.since)
    lines.push_back(fmt::format("{} begins at {} only.", document.coverage.source,
                                momentText(document.coverage.known.since)));
  return lines;
}

Section attentionSection(const Document& document) {
  Section section{.title = "What to look at first", .note = std::string(attentionRule()), .numbered = true};
  for (AttentionRow& row : attentionRows(document)) {
    Item item{&row.review->subject, row.harm, {std::move(row.evidence)}, row.review};
    if (std::ranges::any_of(row.review->findings, isOfErrors))
      for (std::string also : {kindsText(*row.review), lastFailuresText(*row.review)})
        if (!also.empty()) item.lines.push_back(std::move(also));
    if (!row.tag.empty()) item.lines.push_back("tag: " + row.tag);
    for (const std::string& step : row.steps) item.lines.push_back("next: " + step);
    section.items.push_back(std::move(item));
  }
  return section;
}

Section sinceLastSection(const Document& document) {
  if (!document.last) return {};
  const std::size_t unchanged = unchangedFindings(document);
  Section section{.title = "What changed since the last review",
                  .note = fmt::format("of the {} until {}; with the same findings as then: {}",
                                      lengthText(document.last->after.until - document.last->after.since),
                                      momentText(document.last->after.until), unchanged),
                  .none = "No finding came, and none went."};
  for (const ChangedFunction& changed : changedSinceLast(document)) {
    const insight::Subject* subject = changed.review == nullptr ? nullptr : &changed.review->subject;
    const std::string text = changeText(changed);
    section.items.push_back({subject, subject != nullptr ? text : visibleText(changed.name) + ": " + text});
  }
  return section;
}

Section judgedSection(const Document& document, Standing standing, std::string title) {
  Section section{.title = std::move(title)};
  for (const FunctionReview* review : withStanding(document, standing)) {
    Item item{&review->subject, {}, {}, review};
    for (const insight::Finding& finding : review->findings)
      item.lines.push_back(findingText(*review, finding));
    for (std::string also : {mixText(*review), bodyText(*review, document.after)})
      if (!also.empty()) item.lines.push_back(std::move(also));
    section.items.push_back(std::move(item));
  }
  return section;
}

Section worseSection(const Document& document) {
  Section section = judgedSection(document, Standing::Worse, "What got worse");
  section.none = "Nothing got worse that could be told from noise.";
  return section;
}

Section fragileSection(const Document& document) {
  Section section = judgedSection(document, Standing::Fragile, "What is fragile");
  section.none = "Nothing.";
  return section;
}

Section trustedSection(const Document& document) {
  Section section{.title = "What can be trusted",
                  .none = "Nothing yet: it takes calls enough that a change would have been seen."};
  for (const FunctionReview* review : withStanding(document, Standing::Trusted))
    section.items.push_back(
        {&review->subject,
         fmt::format("{} calls; at most {} of them fail, the mean is at most {}", calls(review->callsAfter),
                     percentText(review->errors.rateAfter.interval.high),
                     factorText(review->times.sameSizes.change.factor.interval.high))});
  if (!section.items.empty())
    section.note = "a function that stays here needs its guard no longer: `monitor: off` in its tag";
  return section;
}

Section unknownSection(const Document& document) {
  Section section{.title = "What cannot be told yet"};
  for (const FunctionReview* review : withStanding(document, Standing::Unknown))
    section.items.push_back({&review->subject, fmt::format("{} ({} calls)", reasonOf(review->missing),
                                                           calls(review->callsAfter))});
  return section;
}

Section movedSection(const Document& document) {
  Section section{.title = "Other inputs, not slower code"};
  for (const FunctionReview& review : document.functions)
    if (review.findings.empty() && !mixText(review).empty())
      section.items.push_back({&review.subject, mixText(review)});
  return section;
}

// Not blamed: a result that the caller frees is counted so too.
Section keptSection(const Document& document) {
  const auto total = [](const FunctionReview& review) {
    return review.memory.keptAfter.value * review.memory.callsAfter;
  };
  std::vector<const FunctionReview*> keeping;
  for (const FunctionReview& review : document.functions)
    if (review.memory.keptAfter.interval.low >= insight::kFewestBytesKept) keeping.push_back(&review);
  std::ranges::sort(keeping, {}, [&](const FunctionReview* review) {
    return std::tuple(-total(*review), review->subject.name, review->subject.id);
  });
  Section section{.title = "Memory that calls keep",
                  .note = "a leak, unless others free it: what a function returns is counted here too"};
  for (const FunctionReview* review : keeping)
    section.items.push_back(
        {&review->subject, fmt::format("{} per call, {} in all", bytesText(review->memory.keptAfter),
                                       telemetry::bytesText(total(*review)))});
  return section;
}

Section startSection(const Document& document) {
  Section section{.title = "Where to start",
                  .note = "of what was never called: signs in the text of what often costs, no findings"};
  for (const StartRow& row : document.start.rows) {
    Item item{&row.subject};
    for (const StartSign& sign : row.signs)
      item.lines.push_back(fmt::format("{} (line {})", visibleText(sign.text), sign.line));
    section.items.push_back(std::move(item));
  }
  if (!section.items.empty() && document.start.unread > 0)
    section.note += fmt::format("; not looked at, as their files have changed: {}", document.start.unread);
  return section;
}

void addNames(Section& section, std::string_view title, std::vector<std::string> names) {
  if (names.empty()) return;
  section.items.push_back({nullptr, fmt::format("{}: {}", title, names.size()), std::move(names)});
}

Section coverageSection(const Document& document) {
  const Coverage& coverage = document.coverage;
  std::vector<std::string> never, partly, silent, entries, sampled;
  for (const insight::Subject& subject : coverage.neverCalled) never.push_back(subjectText(subject));
  for (const PartlySeen& one : coverage.partly)
    partly.push_back(subjectText(one.subject) + ": " + visibleText(one.what));
  for (const FunctionReview& review : document.functions) {
    if (review.callsAfter == 0) silent.push_back(subjectText(review.subject));
    if (review.callsAfter > 0 && !review.endsSeen) entries.push_back(subjectText(review.subject));
    if (review.estimatedShare > 0)
      sampled.push_back(subjectText(review.subject) + ": " + percentText(review.estimatedShare));
  }
  Section section{.title = "Coverage"};
  if (!coverage.hasManifest)
    section.items.push_back({nullptr, "without a manifest nobody knows which functions were never called"});
  for (const std::string& limit : coverage.limits) section.items.push_back({nullptr, limit});
  addNames(section, "in the manifest, but not called", std::move(never));
  addNames(section, "called in the period before, and not since", std::move(silent));
  addNames(section, "counted at their entry alone", std::move(entries));
  addNames(section, "seen in part", std::move(partly));
  addNames(section, "sampled: the share of calls that were counted, and not timed themselves",
           std::move(sampled));
  if (section.items.empty())
    section.items.push_back({nullptr, "every function of the manifest was called and is seen in full"});
  return section;
}

// Of bodies that changed alone nothing follows for a model.
std::vector<League> leaguesOf(const Document& document) {
  if (document.versions) return {};
  using enum insight::LeagueKey;
  constexpr std::pair<const char*, insight::LeagueKey> kLeagues[] = {{"By model", Model},
                                                                     {"By tool", Tool},
                                                                     {"By vendor", Vendor},
                                                                     {"By prompt", Prompt},
                                                                     {"By reviewer", Reviewer},
                                                                     {"By age of the tag", Age},
                                                                     {"By edits since the tag", Drift}};
  std::vector<League> leagues;
  for (const auto& [title, key] : kLeagues) {
    League league{title, insight::leagueOf(document.functions, key)};
    const bool said = std::ranges::any_of(league.rows, [](const auto& row) { return !row.name.empty(); });
    if (said) leagues.push_back(std::move(league));
  }
  return leagues;
}

}  // namespace

Outline outlineOf(const Document& document) {
  Outline outline{
      .title = titleOf(document),
      .lines = headLinesOf(document),
      .sections = {},
      .leagues = leaguesOf(document),
      .leagueNote = "shares are drawn towards the mean of all, the more the fewer functions; not a ranking",
      .coverage = coverageSection(document)};
  for (Section section : {attentionSection(document), sinceLastSection(document), worseSection(document),
                          fragileSection(document), trustedSection(document), unknownSection(document),
                          movedSection(document), keptSection(document), startSection(document)})
    if (!section.items.empty() || !section.none.empty()) outline.sections.push_back(std::move(section));
  return outline;
}

std::string errorShareText(const insight::LeagueRow& row) {
  return fmt::format("{} ({})", percentText(row.errorRate.value), percentText(row.errorRate.interval));
}

std::string worseShareText(const insight::LeagueRow& row) {
  if (row.compared == 0) return "-";
  return fmt::format("{} of {}: {} ({})", row.worse, row.compared, percentText(row.worseShare.value),
                     percentText(row.worseShare.interval));
}

std::string itemText(const Item& item) {
  if (item.subject == nullptr) return item.text;
  return subjectText(*item.subject) + (item.text.empty() ? "" : ": " + item.text);
}

}  // namespace assay::emit::review
