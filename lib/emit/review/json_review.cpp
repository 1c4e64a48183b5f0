// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The review for programs. Times are seconds, rates are shares, what is not known or without end is null.
#include <cmath>

#include "document/value.h"
#include "emit/review/attention.h"
#include "emit/review/review.h"
#include "emit/review/since_last.h"
#include "emit/review/wording.h"
#include "insight/league.h"
#include "support/hash.h"
#include "vocabulary/size_bucket.h"

namespace assay::emit::review {
namespace {

using document::Array;
using document::Object;
using document::Value;
using insight::FunctionReview;

constexpr int kReviewVersion = 1;
constexpr double kSecond = 1e-9;

Value numberValue(double value) {
  return std::isfinite(value) ? Value(value) : Value(nullptr);
}

Value countValue(double value) {
  return Value(wholeNumber(value));
}

Value textOrNull(const std::string& text) {
  return text.empty() ? Value(nullptr) : Value(text);
}

Value estimateValue(const insight::Estimate& estimate, double unit = 1) {
  return Object{{"value", numberValue(estimate.value * unit)},
                {"low", numberValue(estimate.interval.low * unit)},
                {"high", numberValue(estimate.interval.high * unit)}};
}

Value changeValue(const insight::Change& change) {
  return Object{{"factor", estimateValue(change.factor)},
                {"chanceOfMore", numberValue(change.chanceOfMore)},
                {"chanceOfLess", numberValue(change.chanceOfLess)}};
}

Value periodValue(const Period& period) {
  return Object{{"since", Value(period.since)}, {"until", Value(period.until)}};
}

Object subjectValue(const insight::Subject& subject) {
  return {{"id", "0x" + hex64(subject.id)},
          {"name", subject.name},
          {"model", textOrNull(subject.model)},
          {"vendor", textOrNull(subject.vendor)},
          {"promptHash", textOrNull(subject.promptHash)},
          {"file", textOrNull(subject.file)},
          {"line", subject.line > 0 ? Value(subject.line) : Value(nullptr)},
          {"date", textOrNull(subject.date)},
          {"prompt", textOrNull(subject.prompt)},
          {"tool", textOrNull(subject.tool)},
          {"reviewer", textOrNull(subject.reviewer)},
          {"driftPercent", subject.drift ? Value(*subject.drift) : Value(nullptr)},
          {"ageDays", subject.ageInDays ? Value(*subject.ageInDays) : Value(nullptr)}};
}

Value smallestValue(unsigned bucket) {
  return Value(vocabulary::smallestSize(bucket));
}

// Exclusive; null where there is no end.
Value endOfSizes(unsigned bucket) {
  return bucket + 1 < vocabulary::kSizeBucketCount ? smallestValue(bucket + 1) : Value(nullptr);
}

Value stratumValue(const insight::Stratum& stratum) {
  Object object;
  if (stratum.isSize)
    object = {{"from", smallestValue(stratum.firstSize)}, {"to", endOfSizes(stratum.lastSize)}};
  else
    object = {{"type", textOrNull(stratum.type)}};
  object.push_back({"calls", countValue(stratum.calls)});
  object.push_back({"errors", countValue(stratum.errors)});
  object.push_back({"lift", estimateValue(stratum.lift)});
  object.push_back({"adjustedChance", numberValue(stratum.adjusted)});
  return object;
}

Value errorKindValue(const insight::ErrorKind& kind) {
  return Object{{"kind", kind.kind},
                {"before", countValue(kind.before.events)},
                {"after", countValue(kind.after.events)},
                {"share", estimateValue(kind.share)},
                {"lift", kind.comparable ? estimateValue(kind.lift) : Value(nullptr)},
                {"adjustedChance", kind.comparable ? numberValue(kind.adjusted) : Value(nullptr)}};
}

Value shapeValue(const insight::FailureShape& shape) {
  const bool sized = shape.sizeBucket > 0;
  return Object{{"failures", Value(std::uint64_t{shape.failures})},
                {"kind", shape.kind},
                {"from", sized ? smallestValue(shape.sizeBucket - 1) : Value(nullptr)},
                {"to", sized ? endOfSizes(shape.sizeBucket - 1) : Value(nullptr)},
                {"type", textOrNull(shape.type)},
                {"longestSeconds", numberValue(shape.longest)},
                {"last", shape.last > 0 ? Value(shape.last) : Value(nullptr)}};
}

Value onsetValue(const insight::Onset& onset) {
  switch (onset.kind) {
    case insight::OnsetKind::Unknown: return nullptr;
    case insight::OnsetKind::Step:
      return Object{{"kind", "step"},
                    {"since", Value(onset.since)},
                    {"earliest", Value(onset.earliest)},
                    {"latest", Value(onset.latest)}};
    case insight::OnsetKind::Drift: return Object{{"kind", "drift"}, {"perDay", numberValue(onset.perDay)}};
  }
  return nullptr;
}

Value findingValue(const FunctionReview& review, const insight::Finding& finding) {
  Object object = {{"code", std::string(codeOf(finding.kind))},
                   {"text", findingText(review, finding)},
                   {"adjustedChance", numberValue(finding.adjusted)}};
  if (insight::isWorse(finding.kind)) object.push_back({"onset", onsetValue(finding.onset)});
  if (finding.kind == insight::FindingKind::InputsFail)
    object.push_back({"input", stratumValue(finding.stratum)});
  if (finding.kind == insight::FindingKind::MoreOfKind)
    object.push_back({"errorKind", errorKindValue(review.errorKinds[finding.errorKind])});
  return object;
}

Value errorsValue(const insight::ErrorReview& errors) {
  return Object{
      {"before", countValue(errors.before.events)},     {"after", countValue(errors.after.events)},
      {"rateBefore", estimateValue(errors.rateBefore)}, {"rateAfter", estimateValue(errors.rateAfter)},
      {"difference", estimateValue(errors.difference)}, {"chanceOfMore", numberValue(errors.chanceOfMore)}};
}

Value timesValue(const insight::TimeReview& times) {
  Array quantiles;
  for (const insight::QuantileReview& quantile : times.quantiles)
    quantiles.push_back(Object{{"q", numberValue(quantile.q)},
                               {"before", estimateValue(quantile.before, kSecond)},
                               {"after", estimateValue(quantile.after, kSecond)},
                               {"change", changeValue(quantile.change)}});
  return Object{{"meanBefore", estimateValue(times.meanBefore, kSecond)},
                {"meanAfter", estimateValue(times.meanAfter, kSecond)},
                {"change", changeValue(times.mean)},
                {"changeAtSameSizes", changeValue(times.sameSizes.change)},
                {"comparedShare", numberValue(times.sameSizes.covered)},
                {"quantiles", std::move(quantiles)}};
}

Value growthValue(const insight::Complexity& complexity) {
  Array sizes, candidates;
  for (const insight::SizePoint& point : complexity.points)
    sizes.push_back(Object{{"from", smallestValue(point.bucket)},
                           {"to", endOfSizes(point.bucket)},
                           {"calls", countValue(point.calls)},
                           {"meanSeconds", numberValue(point.nanoseconds * kSecond)}});
  for (const insight::Growth candidate : complexity.candidates)
    candidates.push_back(std::string(insight::nameOf(candidate)));
  const auto& exponent = complexity.exponent;
  return Object{
      {"class", complexity.growth ? Value(std::string(insight::nameOf(*complexity.growth))) : Value(nullptr)},
      {"why", textOrNull(std::string(insight::reasonOf(complexity.why)))},
      {"candidates", std::move(candidates)},
      {"exponent", exponent ? estimateValue(*exponent) : Value(nullptr)},
      {"sizes", std::move(sizes)}};
}

Value memoryValue(const insight::MemoryReview& memory) {
  if (memory.callsBefore + memory.callsAfter <= 0) return nullptr;
  return Object{{"callsBefore", countValue(memory.callsBefore)},
                {"callsAfter", countValue(memory.callsAfter)},
                {"allocatedBytesBefore", estimateValue(memory.allocatedBefore)},
                {"allocatedBytesAfter", estimateValue(memory.allocatedAfter)},
                {"allocatedChange", changeValue(memory.allocated)},
                {"keptBytesBefore", estimateValue(memory.keptBefore)},
                {"keptBytesAfter", estimateValue(memory.keptAfter)},
                {"keptDifference", estimateValue(memory.kept.difference)},
                {"chanceOfMoreKept", numberValue(memory.kept.chanceOfMore)},
                {"allocatedBytesPerSize", memory.bySize ? estimateValue(*memory.bySize) : Value(nullptr)}};
}

Array bodyValues(const FunctionReview& review) {
  Array all;
  for (const insight::BodySeen& body : review.bodies)
    all.push_back(Object{{"body", body.body == 0 ? Value(nullptr) : Value(hex64(body.body))},
                         {"since", Value(body.first)},
                         {"until", Value(body.last)},
                         {"calls", countValue(body.calls)}});
  return all;
}

Value functionValue(const FunctionReview& review) {
  Array findings, strata, kinds, shapes;
  for (const insight::Finding& one : review.findings) findings.push_back(findingValue(review, one));
  for (const insight::Stratum& one : review.strata) strata.push_back(stratumValue(one));
  for (const insight::ErrorKind& one : review.errorKinds) kinds.push_back(errorKindValue(one));
  for (const insight::FailureShape& one : insight::shapesOf(review.failures))
    shapes.push_back(shapeValue(one));
  Object object = subjectValue(review.subject);
  object.push_back({"standing", std::string(codeOf(review.standing))});
  object.push_back({"missing", textOrNull(std::string(reasonOf(review.missing)))});
  object.push_back({"findings", std::move(findings)});
  object.push_back({"callsBefore", countValue(review.callsBefore)});
  object.push_back({"callsAfter", countValue(review.callsAfter)});
  object.push_back({"estimatedShare", numberValue(review.estimatedShare)});
  object.push_back({"errors", review.endsSeen ? errorsValue(review.errors) : Value(nullptr)});
  object.push_back({"times", review.endsSeen ? timesValue(review.times) : Value(nullptr)});
  object.push_back({"memory", memoryValue(review.memory)});
  object.push_back({"growth", growthValue(review.complexity)});
  object.push_back({"errorsByInput", std::move(strata)});
  object.push_back({"errorsByKind", std::move(kinds)});
  object.push_back({"lastFailures", std::move(shapes)});
  object.push_back({"bodies", bodyValues(review)});
  return object;
}

Array attentionValue(const Document& document) {
  Array rows;
  for (const AttentionRow& row : attentionRows(document)) {
    Array codes, steps;
    for (const insight::Step step : row.attention.steps) codes.push_back(std::string(codeOf(step)));
    for (const std::string& step : row.steps) steps.push_back(step);
    rows.push_back(Object{{"id", "0x" + hex64(row.review->subject.id)},
                          {"name", row.review->subject.name},
                          {"harmSeconds", numberValue(row.attention.harm())},
                          {"failures", numberValue(row.attention.failures)},
                          {"seconds", numberValue(row.attention.seconds)},
                          {"keptBytes", numberValue(row.attention.kept)},
                          {"allocatedBytes", numberValue(row.attention.allocated)},
                          {"confidence", numberValue(row.attention.confidence)},
                          {"evidence", row.evidence},
                          {"steps", std::move(codes)},
                          {"next", std::move(steps)}});
  }
  return rows;
}

Array codeValues(const std::vector<std::string>& codes) {
  Array values;
  for (const std::string& code : codes) values.push_back(code);
  return values;
}

Value sinceLastValue(const Document& document) {
  if (!document.last) return nullptr;
  Array changed;
  for (const ChangedFunction& one : changedSinceLast(document))
    changed.push_back(Object{{"id", "0x" + hex64(one.id)},
                             {"name", one.name},
                             {"came", codeValues(one.came)},
                             {"stayed", codeValues(one.stayed)},
                             {"went", codeValues(one.went)},
                             {"standingBefore", textOrNull(one.standingBefore)},
                             {"standing", textOrNull(one.standing)}});
  return Object{{"period", periodValue(document.last->after)}, {"changed", std::move(changed)}};
}

Array leagueValue(const Document& document, insight::LeagueKey key) {
  Array rows;
  for (const insight::LeagueRow& row : insight::leagueOf(document.functions, key))
    rows.push_back(Object{{"name", textOrNull(row.name)},
                          {"functions", Value(std::uint64_t{row.functions})},
                          {"calls", countValue(row.calls)},
                          {"errors", countValue(row.errors)},
                          {"errorRate", estimateValue(row.errorRate)},
                          {"apart", Value(row.apart)},
                          {"worse", Value(std::uint64_t{row.worse})},
                          {"compared", Value(std::uint64_t{row.compared})},
                          {"worseShare", estimateValue(row.worseShare)},
                          {"edits", Value(std::uint64_t{row.bodies})},
                          {"bodiesKnown", Value(std::uint64_t{row.bodiesKnown})}});
  return rows;
}

Array startValue(const Start& start) {
  Array rows;
  for (const StartRow& row : start.rows) {
    Array signs;
    for (const StartSign& sign : row.signs)
      signs.push_back(Object{{"sign", sign.code}, {"line", Value(sign.line)}, {"text", sign.text}});
    Object object = subjectValue(row.subject);
    object.push_back({"signs", std::move(signs)});
    rows.push_back(std::move(object));
  }
  return rows;
}

Value coverageValue(const Coverage& coverage) {
  Array never, partly;
  for (const insight::Subject& one : coverage.neverCalled) never.push_back(subjectValue(one));
  for (const PartlySeen& one : coverage.partly) {
    Object object = subjectValue(one.subject);
    object.push_back({"what", one.what});
    partly.push_back(std::move(object));
  }
  Array limits;
  for (const std::string& limit : coverage.limits) limits.push_back(limit);
  return Object{{"manifest", Value(coverage.hasManifest)},
                {"source", coverage.source},
                {"limits", std::move(limits)},
                {"known", periodValue(coverage.known)},
                {"neverCalled", coverage.hasManifest ? Value(std::move(never)) : Value(nullptr)},
                {"partly", std::move(partly)}};
}

Value versionsValue(const Document& document) {
  if (!document.versions) return nullptr;
  return Object{{"before", document.versions->before},
                {"after", document.versions->after},
                {"same", Value(std::uint64_t{document.versions->same})},
                {"missing", Value(std::uint64_t{document.versions->missing})}};
}

Object headOf(const Document& document) {
  return {{"version", Value(kReviewVersion)},
          {"before", periodValue(document.before)},
          {"after", periodValue(document.after)},
          {"windowSeconds", Value(document.step)},
          {"versions", versionsValue(document)}};
}

}  // namespace

std::string writeJson(const Document& document) {
  Array functions;
  for (const FunctionReview& review : document.functions) functions.push_back(functionValue(review));
  Object object = headOf(document);
  object.push_back({"attention", attentionValue(document)});
  object.push_back({"sinceLast", sinceLastValue(document)});
  object.push_back({"functions", std::move(functions)});
  object.push_back({"models", leagueValue(document, insight::LeagueKey::Model)});
  object.push_back({"tools", leagueValue(document, insight::LeagueKey::Tool)});
  object.push_back({"vendors", leagueValue(document, insight::LeagueKey::Vendor)});
  object.push_back({"prompts", leagueValue(document, insight::LeagueKey::Prompt)});
  object.push_back({"reviewers", leagueValue(document, insight::LeagueKey::Reviewer)});
  object.push_back({"ages", leagueValue(document, insight::LeagueKey::Age)});
  object.push_back({"drifts", leagueValue(document, insight::LeagueKey::Drift)});
  object.push_back({"start", startValue(document.start)});
  object.push_back({"coverage", coverageValue(document.coverage)});
  return document::writeJson(object);
}

std::string writeExplanationJson(const Document& document, const FunctionReview& review) {
  Object object = headOf(document);
  object.push_back({"function", functionValue(review)});
  return document::writeJson(object);
}

}  // namespace assay::emit::review
