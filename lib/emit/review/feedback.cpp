// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What production says of each function, as text for the next prompt: shapes of inputs, rates and times, and
// what follows. Inputs themselves are not in a history, so none can be here.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "emit/review/attention.h"
#include "emit/review/error_words.h"
#include "emit/review/markdown_text.h"
#include "emit/review/review.h"
#include "emit/review/wording.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

using insight::FindingKind;
using insight::FunctionReview;

constexpr std::size_t kMostFunctions = 50;
constexpr std::size_t kMostShapes = 12;
constexpr double kSecondsOfNanosecond = 1e-9;

std::string point(std::string_view text) {
  return fmt::format("- {}\n", sentenceText(text));
}

std::string wholeText(double value) {
  return telemetry::countText(wholeNumber(value));
}

std::string originLines(const insight::Subject& subject) {
  std::vector<std::string> by;
  for (const std::string& part : {subject.model, subject.date})
    if (!part.empty()) by.push_back(codeText(part));
  std::string text;
  if (!by.empty()) text += fmt::format("Written by {}. ", join(by, ", "));
  if (!subject.prompt.empty()) text += fmt::format("The prompt was {}.", codeText(subject.prompt));
  return text.empty() ? text : std::string(trimRight(text)) + "\n\n";
}

std::string callLine(const Document& document, const FunctionReview& review) {
  const std::string period = lengthText(document.after.until - document.after.since);
  if (!review.endsSeen)
    return point(
        fmt::format("{} calls in {}; errors and times are not known", wholeText(review.callsAfter), period));
  const insight::ErrorReview& errors = review.errors;
  return point(fmt::format("{} calls in {}: {} failed, {} ({})", wholeText(review.callsAfter), period,
                           wholeText(errors.after.events), percentText(errors.after.rate()),
                           percentText(errors.rateAfter.interval)));
}

bool hasFinding(const FunctionReview& review, FindingKind kind) {
  return std::ranges::any_of(review.findings, [=](const auto& finding) { return finding.kind == kind; });
}

// The shapes that fail most, by the share that does, where they differ by more than chance.
std::string shapeLines(const FunctionReview& review) {
  if (!hasFinding(review, FindingKind::InputsFail))
    return review.errors.after.events > 0 ? point("no size or type of input carries the failures") : "";
  std::vector<const insight::Stratum*> failing;
  for (const insight::Stratum& stratum : review.strata)
    if (stratum.errors > 0) failing.push_back(&stratum);
  std::ranges::sort(failing, {}, [](const insight::Stratum* one) {
    return std::tuple(-one->errors / one->calls, !one->isSize, one->firstSize, one->type);
  });
  std::string text;
  for (const insight::Stratum* one : std::span(failing).first(std::min(failing.size(), kMostShapes)))
    text += point(fmt::format("inputs of {}: {} of {} failed, {}", inputText(*one), wholeText(one->errors),
                              wholeText(one->calls), percentText(one->errors / one->calls)));
  if (failing.size() > kMostShapes)
    text += point(fmt::format("{} shapes more had failures", failing.size() - kMostShapes));
  return text;
}

std::string kindPoints(const FunctionReview& review) {
  std::string text;
  for (const std::string& said : {kindsText(review), lastFailuresText(review)})
    if (!said.empty()) text += point(said);
  return text;
}

std::string growthLine(const FunctionReview& review) {
  if (review.complexity.points.empty()) return point("sizes of inputs are not known");
  const insight::SizePoint& largest = review.complexity.points.back();
  return point(fmt::format("{}; mean {} at size {}", growthText(review.complexity),
                           telemetry::durationText(largest.nanoseconds * kSecondsOfNanosecond),
                           sizesText(largest.bucket, largest.bucket)));
}

std::string memoryLine(const FunctionReview& review) {
  if (review.memory.callsAfter <= 0) return {};
  const std::string bySize = memoryBySizeText(review.memory);
  return point(memoryText(review.memory)) + (bySize.empty() ? bySize : point(bySize));
}

std::string findingLines(const FunctionReview& review) {
  std::string text;
  for (const insight::Finding& finding : review.findings)
    if (insight::isWorse(finding.kind)) text += point(findingText(review, finding));
  return text;
}

std::string wantedOf(const FunctionReview& review, const insight::Finding& finding, double testSize) {
  switch (finding.kind) {
    case FindingKind::MoreErrors:
      return fmt::format("Fail in no more than {} of calls, as before.",
                         percentText(review.errors.before.rate()));
    case FindingKind::MoreOfKind: {
      const insight::ErrorKind& kind = review.errorKinds[finding.errorKind];
      return fmt::format("Fail with {} in no more than {} of calls, as before.", kindText(kind.kind),
                         percentText(kind.before.rate()));
    }
    case FindingKind::KeepsMore:
      return "Give back what a call allocates, or say who frees it; keep no more than before: " +
             telemetry::bytesText(std::max(0.0, review.memory.keptBefore.value)) + " per call.";
    case FindingKind::AllocatesMore:
      return fmt::format("Allocate no more than before: {} per call.",
                         telemetry::bytesText(review.memory.allocatedBefore.value));
    case FindingKind::FailsOften: return "Handle what fails, or say which results are answers and no errors.";
    case FindingKind::InputsFail:
      return fmt::format("Handle inputs of {}, and show a test with them.", inputText(finding.stratum));
    case FindingKind::Slower:
      return fmt::format("Take no longer at the same sizes than before: {} in the mean.",
                         telemetry::durationText(review.times.meanBefore.value * kSecondsOfNanosecond));
    case FindingKind::SlowerHalf:
    case FindingKind::SlowerTail: return "Take no longer than before, in the slowest calls as well.";
    case FindingKind::BreaksPromise:
      return fmt::format("Keep the promise of {}, and show a test at size {}.",
                         codeText(review.subject.promise ? review.subject.promise->text : ""),
                         wholeText(testSize));
    case FindingKind::GrowsMore:
    case FindingKind::SteepGrowth:
      return fmt::format("Grow more slowly with the size of the input, and show a test at size {}.",
                         wholeText(testSize));
  }
  return {};
}

std::string functionText(const Document& document, const AttentionRow& row) {
  const FunctionReview& review = *row.review;
  std::string text = fmt::format("\n## {}", codeText(review.subject.name));
  if (!review.subject.file.empty())
    text += fmt::format(" in {}", codeText(fmt::format("{}:{}", review.subject.file, review.subject.line)));
  text += "\n\n" + originLines(review.subject) + "Measured:\n" + callLine(document, review) +
          findingLines(review) + shapeLines(review) + kindPoints(review) + growthLine(review) +
          memoryLine(review) + "\nWanted:\n";
  for (const insight::Finding& finding : review.findings)
    text += point(wantedOf(review, finding, row.attention.testSize));
  return text + point("For all other inputs the same results as now.");
}

}  // namespace

std::string writeFeedback(const Document& document) {
  const std::vector<AttentionRow> rows = attentionRows(document);
  const std::size_t shown = std::min(rows.size(), kMostFunctions);
  std::string text =
      fmt::format("# What production says\n\nMeasured in the {} until {}; shapes of inputs, no inputs.\n",
                  lengthText(document.after.until - document.after.since), momentText(document.after.until));
  if (rows.empty()) text += "\nNo function needs another prompt.\n";
  for (const AttentionRow& row : std::span(rows).first(shown)) text += functionText(document, row);
  if (rows.size() > shown)
    text += fmt::format("\nThe first {} of {} functions, by expected harm.\n", shown, rows.size());
  return text;
}

}  // namespace assay::emit::review
