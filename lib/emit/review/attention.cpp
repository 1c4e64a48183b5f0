// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/attention.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "emit/review/error_words.h"
#include "emit/review/wording.h"
#include "support/hash.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"
#include "vocabulary/size_bucket.h"

namespace assay::emit::review {
namespace {

using insight::Attention;
using insight::FunctionReview;
using insight::Step;

constexpr std::size_t kPromptColumns = 80;
constexpr double kShownConfidence = 0.999;

std::string confidenceText(double confidence) {
  return confidence > kShownConfidence ? "above " + percentText(kShownConfidence) : percentText(confidence);
}

std::string failuresText(double failures) {
  if (failures < 1) return "less than one call that fails";
  return fmt::format("{} calls that fail", telemetry::countText(wholeNumber(std::round(failures))));
}

std::string harmText(const FunctionReview& review, const Attention& attention) {
  const bool steep = insight::isOfLargerInputs(review.findings[attention.finding].kind);
  std::vector<std::string> parts;
  if (attention.failures > 0) parts.push_back(failuresText(attention.failures));
  if (attention.seconds > 0)
    parts.push_back(fmt::format("{} more{}", telemetry::durationText(attention.seconds),
                                steep ? " if inputs were twice as large" : ""));
  if (attention.kept > 0) parts.push_back(telemetry::bytesText(attention.kept) + " more kept");
  if (attention.allocated > 0) parts.push_back(telemetry::bytesText(attention.allocated) + " more allocated");
  const std::string what = parts.empty() ? std::string("nothing yet") : join(parts, ", ");
  return fmt::format("{}; confidence {}", what, confidenceText(attention.confidence));
}

std::string failingInputs(const FunctionReview& review) {
  std::vector<std::string> inputs;
  for (const insight::Finding& finding : review.findings)
    if (finding.kind == insight::FindingKind::InputsFail) inputs.push_back(inputText(finding.stratum));
  return join(inputs, "; ");
}

// The smallest size of a range is where it begins to fail.
std::string testedInputs(const FunctionReview& review) {
  std::vector<std::string> inputs;
  for (const insight::Finding& finding : review.findings) {
    if (finding.kind != insight::FindingKind::InputsFail) continue;
    const insight::Stratum& stratum = finding.stratum;
    inputs.push_back(stratum.isSize
                         ? "size " + telemetry::countText(vocabulary::smallestSize(stratum.firstSize))
                         : inputText(stratum));
  }
  return join(inputs, "; ");
}

// Those that came, where they are of a kind.
std::string kindsBehind(const FunctionReview& review) {
  std::vector<std::string> kinds;
  for (const insight::Finding& finding : review.findings)
    if (finding.kind == insight::FindingKind::MoreOfKind)
      kinds.push_back(kindText(review.errorKinds[finding.errorKind].kind));
  return kinds.empty() ? std::string() : "; the kind that came is " + join(kinds, ", ");
}

std::string growthAsked(const FunctionReview& review) {
  const auto& exponent = review.complexity.exponent;
  return exponent
             ? fmt::format("ask again, for less than the time as n^{:.2f} that was measured", exponent->value)
             : std::string("ask again, for less time");
}

std::string compareText(const Document& document, const FunctionReview& review) {
  if (document.versions)
    return "take the body before back, or ask again with what production says of this one";
  const insight::BodySeen* body = insight::newBodyOf(review, document.after.since);
  return fmt::format(
      "compare the new body of {} with the one before: assay review --version latest --explain {}",
      momentText(body == nullptr ? document.after.since : body->first), argumentFor(review.subject));
}

std::string stepText(const Document& document, const FunctionReview& review, const Attention& attention,
                     Step step) {
  switch (step) {
    case Step::CapRollout:
      return fmt::format("give its calls back to the function that it replaces: assay experiment set {} 0%",
                         argumentFor(review.subject));
    case Step::CompareBodies: return compareText(document, review);
    case Step::LookAround:
      return "its body has not changed: look at what it calls, what it runs on, and who calls it";
    case Step::PromptInputs: return "ask again, with the inputs that fail: " + failingInputs(review);
    case Step::PromptErrors:
      return "ask again; no size or type of input carries the errors" + kindsBehind(review);
    case Step::PromptGrowth: return growthAsked(review);
    case Step::PromptMemory:
      return "ask again, with the memory that was measured: " + memoryText(review.memory);
    case Step::TestForLeaks: return "run its tests under a leak checker (-fsanitize=address)";
    case Step::TestAtInput: return "add a test with inputs of " + testedInputs(review);
    case Step::TestAtSize:
      return fmt::format("add a test at size {}, with a limit to its time",
                         telemetry::countText(wholeNumber(attention.testSize)));
    case Step::SayWhichErrors:
      return std::string(review.errors.before.trials > 0 ? "it always failed this often: " : "") +
             "if these are answers and no errors, `errors:` in its tag says so";
  }
  return {};
}

// What to do where no rule has anything: a time that rose, and no body is known.
constexpr std::string_view kUsualStep =
    "look at what changed in that period: its callers, its inputs, what it runs on";

bool isPlain(char c) {
  return isWordByte(c) || c == ':' || c == '~';
}

AttentionRow rowOf(const Document& document, const Attention& attention) {
  const FunctionReview& review = document.functions[attention.function];
  AttentionRow row{attention,
                   &review,
                   subjectText(review.subject),
                   harmText(review, attention),
                   findingText(review, review.findings[attention.finding]),
                   tagText(review.subject),
                   {}};
  for (const Step step : attention.steps) row.steps.push_back(stepText(document, review, attention, step));
  if (row.steps.empty()) row.steps.emplace_back(kUsualStep);
  return row;
}

}  // namespace

std::vector<AttentionRow> attentionRows(const Document& document) {
  const std::int64_t since = document.versions ? document.before.since : document.after.since;
  std::vector<AttentionRow> rows;
  for (const Attention& one : insight::attentionOf(document.functions, since))
    rows.push_back(rowOf(document, one));
  return rows;
}

std::string_view attentionRule() {
  return "by expected harm: calls x regression x confidence; a call that fails weighs 1 s, a kept megabyte "
         "too";
}

std::string tagText(const insight::Subject& subject) {
  std::vector<std::string> parts;
  for (const std::string& part : {subject.model, subject.date})
    if (!part.empty()) parts.push_back(visibleText(part));
  if (!subject.prompt.empty()) {
    const std::string line = replaceAll(replaceAll(subject.prompt, "\n", " "), "\r", " ");
    parts.push_back(fmt::format("prompt \"{}\"", ellipsize(visibleText(line), kPromptColumns)));
  }
  return join(parts, ", ");
}

std::string_view codeOf(Step step) {
  switch (step) {
    case Step::CapRollout: return "cap-rollout";
    case Step::CompareBodies: return "compare-bodies";
    case Step::LookAround: return "look-around";
    case Step::PromptInputs: return "prompt-inputs";
    case Step::PromptErrors: return "prompt-errors";
    case Step::PromptGrowth: return "prompt-growth";
    case Step::PromptMemory: return "prompt-memory";
    case Step::TestForLeaks: return "test-for-leaks";
    case Step::TestAtInput: return "test-at-input";
    case Step::TestAtSize: return "test-at-size";
    case Step::SayWhichErrors: return "say-which-errors";
  }
  return "";
}

std::string argumentFor(const insight::Subject& subject) {
  const bool plain = !subject.name.empty() && std::ranges::all_of(subject.name, isPlain);
  return plain ? subject.name : "0x" + hex64(subject.id);
}

}  // namespace assay::emit::review
