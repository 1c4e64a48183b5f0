// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// All the evidence for one function, line by line.
#include <fmt/format.h>

#include "emit/review/error_words.h"
#include "emit/review/review.h"
#include "emit/review/wording.h"
#include "emit/review/wrapped_text.h"
#include "support/hash.h"
#include "support/strings.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

using insight::FunctionReview;
using telemetry::countText;

constexpr double kSecondsPerNanosecond = 1e-9;

std::string whole(double value) {
  return countText(wholeNumber(value));
}

std::string verdictLines(const FunctionReview& review, const Period& after) {
  std::string text;
  for (const insight::Finding& finding : review.findings)
    text += fmt::format("  {}\n", findingText(review, finding));
  for (const std::string& also : {mixText(review), bodyText(review, after)})
    if (!also.empty()) text += fmt::format("  {}\n", also);
  if (review.findings.empty() && review.missing != insight::Missing::Nothing)
    text += fmt::format("  {}\n", reasonOf(review.missing));
  return text;
}

std::string errorLines(const FunctionReview& review) {
  const insight::ErrorReview& errors = review.errors;
  if (!review.endsSeen) return "Errors: not known\n";
  if (errors.before.trials == 0)
    return fmt::format("Errors\n  before  no calls\n  after   {} of {} calls: {} ({})\n",
                       whole(errors.after.events), whole(errors.after.trials),
                       percentText(errors.rateAfter.value), percentText(errors.rateAfter.interval));
  return fmt::format(
      "Errors\n  before  {} of {} calls: {} ({})\n  after   {} of {} calls: {} ({})\n"
      "  change  {}; as many more by chance: p = {:.2g} (not adjusted)\n",
      whole(errors.before.events), whole(errors.before.trials), percentText(errors.rateBefore.value),
      percentText(errors.rateBefore.interval), whole(errors.after.events), whole(errors.after.trials),
      percentText(errors.rateAfter.value), percentText(errors.rateAfter.interval),
      pointsText(errors.difference.interval), errors.chanceOfMore);
}

// There was nothing before.
std::string timesAlone(const insight::TimeReview& times) {
  std::string text = fmt::format("Times\n  mean    {}\n", nanosecondsText(times.meanAfter));
  for (const insight::QuantileReview& quantile : times.quantiles)
    text += fmt::format("  p{:<6} {}\n", 100 * quantile.q, nanosecondsText(quantile.after));
  return text;
}

std::string timeLines(const FunctionReview& review) {
  const insight::TimeReview& times = review.times;
  if (!review.endsSeen) return "Times: not known\n";
  if (review.errors.before.trials == 0) return timesAlone(times);
  std::string text =
      fmt::format("Times\n  mean    {} -> {}: {}, p = {:.2g}\n", nanosecondsText(times.meanBefore),
                  nanosecondsText(times.meanAfter), factorText(times.mean.factor), times.mean.chanceOfMore);
  text += fmt::format("  at the same sizes: {}, p = {:.2g}; {} of calls compared\n",
                      factorText(times.sameSizes.change.factor), times.sameSizes.change.chanceOfMore,
                      percentText(times.sameSizes.covered));
  for (const insight::QuantileReview& quantile : times.quantiles)
    text += fmt::format("  p{:<6} {} -> {}: {}, p = {:.2g}\n", 100 * quantile.q,
                        nanosecondsText(quantile.before), nanosecondsText(quantile.after),
                        factorText(quantile.change.factor), quantile.change.chanceOfMore);
  return text;
}

std::string memoryLines(const FunctionReview& review) {
  const insight::MemoryReview& memory = review.memory;
  if (memory.callsBefore + memory.callsAfter <= 0) return {};
  const std::string bySize = memoryBySizeText(memory);
  return fmt::format(
             "Memory of a call\n  allocated  {} -> {}: {}, p = {:.2g}\n  kept       {} -> {}: by {}, p = "
             "{:.2g}\n",
             bytesText(memory.allocatedBefore), bytesText(memory.allocatedAfter),
             factorText(memory.allocated.factor), memory.allocated.chanceOfMore, bytesText(memory.keptBefore),
             bytesText(memory.keptAfter), bytesText(memory.kept.difference), memory.kept.chanceOfMore) +
         (bySize.empty() ? bySize : fmt::format("  {}\n", bySize));
}

std::string sizeLines(const FunctionReview& review) {
  std::string text = fmt::format("Growth with the size of the input\n  {}\n", growthText(review.complexity));
  if (review.subject.promise)
    text += fmt::format("  promised: {}\n", visibleText(review.subject.promise->text));
  if (review.growth)
    text += fmt::format("  before, over the sizes that both have: n^{:.2f}, now n^{:.2f}; p = {:.2g}\n",
                        review.growth->before.value, review.growth->after.value, review.growth->chanceOfMore);
  for (const insight::SizePoint& point : review.complexity.points)
    text +=
        fmt::format("  size {:<24} mean {:<10} {} calls\n", sizesText(point.bucket, point.bucket),
                    telemetry::durationText(point.nanoseconds * kSecondsPerNanosecond), whole(point.calls));
  return text;
}

std::string strataLines(const FunctionReview& review) {
  if (review.strata.empty()) return {};
  std::string text = "Errors by input\n";
  for (const insight::Stratum& stratum : review.strata) {
    text +=
        fmt::format("  {:<28} {} of {} fail, {} of all; p = {:.2g} (adjusted)\n", inputText(stratum),
                    whole(stratum.errors), whole(stratum.calls), factorText(stratum.lift), stratum.adjusted);
  }
  return text;
}

std::string kindLines(const FunctionReview& review) {
  std::string text;
  for (const insight::ErrorKind& kind : review.errorKinds) {
    text +=
        fmt::format("  {:<28} {} -> {}, {} of all failures", kindText(kind.kind), whole(kind.before.events),
                    whole(kind.after.events), percentText(kind.share.interval));
    const std::string lift =
        kind.before.events > 0 ? factorText(kind.lift) + " against before" : "none before";
    text += kind.comparable ? fmt::format("; {}, p = {:.2g} (adjusted)\n", lift, kind.adjusted)
                            : std::string("\n");
  }
  if (!text.empty()) text = "Errors by kind\n" + text;
  if (const std::string last = lastFailuresText(review); !last.empty()) text += fmt::format("  {}\n", last);
  return text;
}

std::string bodyLines(const FunctionReview& review) {
  std::string text = "Bodies\n";
  for (const insight::BodySeen& body : review.bodies)
    text += fmt::format("  {}  {} to {}, {} calls\n", body.body == 0 ? "not known       " : hex64(body.body),
                        momentText(body.first), momentText(body.last), whole(body.calls));
  return text;
}

std::string fitted(std::string_view text, std::size_t columns) {
  std::string lines;
  for (const std::string_view line : split(text.substr(0, text.size() - 1), '\n'))
    for (const std::string& piece : wrapped(line, columns)) lines += piece + '\n';
  return lines;
}

}  // namespace

std::string writeExplanation(const Document& document, const FunctionReview& review) {
  std::string text = fmt::format("{}\n  id 0x{}, {}\n", subjectText(review.subject), hex64(review.subject.id),
                                 codeOf(review.standing));
  text += verdictLines(review, document.after);
  text +=
      fmt::format("Calls\n  before  {} in the {} until {}\n  after   {} in the {} until {}\n",
                  whole(review.callsBefore), lengthText(document.before.until - document.before.since),
                  momentText(document.before.until), whole(review.callsAfter),
                  lengthText(document.after.until - document.after.since), momentText(document.after.until));
  text += errorLines(review) + timeLines(review) + memoryLines(review) + sizeLines(review) +
          strataLines(review) + kindLines(review) + bodyLines(review);
  return fitted(text, document.columns);
}

}  // namespace assay::emit::review
