// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_input.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "assay/review_course.h"
#include "assay/review_coverage.h"
#include "assay/review_subject.h"
#include "telemetry/site_totals.h"

namespace assay::tool {
namespace {

using history::Seconds;

struct Counted {
  history::VersionKey latest;
  std::map<Seconds, insight::Window> before;
  std::map<Seconds, insight::Window> after;
  std::map<std::uint64_t, insight::BodySeen> bodies;
  std::vector<telemetry::Failure> failures;
};
using CountedFunctions = std::map<std::uint64_t, Counted>;

// Windows come in the order of time: what is said last is what is so now.
void note(Counted& function, const SeenWindow& seen, std::pair<Seconds, double> stepAndCalls) {
  function.latest = seen.key;
  insight::BodySeen& body = function.bodies[seen.key.body];
  if (body.calls == 0) body = {seen.key.body, seen.start, seen.start, 0};
  body.last = seen.start + stepAndCalls.first;
  body.calls += stepAndCalls.second;
}

Expected<void> readPeriod(ReviewSource& source, const ReviewQuestion& question, bool isAfter,
                          CountedFunctions& functions) {
  const history::Period& period = isAfter ? question.after : question.before;
  return source.eachWindow(period, question.step, [&](const SeenWindow& seen) {
    Counted& function = functions[seen.key.function];
    insight::Window window = insight::windowOf(seen.counts);
    window.start = seen.start;
    addWindow((isAfter ? function.after : function.before)[seen.start], window);
    if (isAfter) telemetry::addFailures(function.failures, seen.counts.failures);
    note(function, seen, {question.step, window.calls});
  });
}

template <class Key, class Value>
std::vector<Value> valuesOf(std::map<Key, Value> map) {
  std::vector<Value> values;
  for (auto& [key, value] : map) values.push_back(std::move(value));
  return values;
}

insight::FunctionPeriods periodsOf(Counted counted, const ReviewSource& source) {
  insight::FunctionPeriods periods{source.subject(counted.latest), valuesOf(std::move(counted.before)),
                                   valuesOf(std::move(counted.after)), valuesOf(std::move(counted.bodies)),
                                   std::move(counted.failures)};
  std::ranges::sort(periods.bodies, {},
                    [](const insight::BodySeen& body) { return std::tuple(body.first, body.body); });
  return periods;
}

}  // namespace

Expected<void> noteSource(emit::review::Document& document, ReviewSource& source) {
  ASSAY_TRY(const history::Period known, source.known());
  document.coverage.known = {known.since, known.until};
  document.coverage.source = source.name();
  document.coverage.limits = source.limits();
  return {};
}

Expected<emit::review::Document> readReview(ReviewSource& source, const ReviewQuestion& question,
                                            const model::Manifest* manifest) {
  CountedFunctions functions;
  ASSAY_TRY_VOID(readPeriod(source, question, false, functions));
  ASSAY_TRY_VOID(readPeriod(source, question, true, functions));
  std::vector<insight::FunctionPeriods> periods;
  std::set<std::uint64_t> called;
  for (auto& [id, counted] : functions) {
    if (!counted.after.empty()) called.insert(id);
    periods.push_back(periodsOf(std::move(counted), source));
  }
  if (manifest != nullptr) notePromises(periods, *manifest);
  emit::review::Document document;
  document.before = {question.before.since, question.before.until};
  document.after = {question.after.since, question.after.until};
  document.step = question.step;
  document.functions = insight::reviewAll(periods);
  for (insight::FunctionReview& review : document.functions)
    review.subject.ageInDays = ageInDays(review.subject.date, question.after.until);
  document.courses = coursesOf(document.functions, periods);
  ASSAY_TRY_VOID(noteSource(document, source));
  if (manifest != nullptr) coverManifest(document, *manifest, called);
  return document;
}

}  // namespace assay::tool
