// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_input.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "assay/review_course.h"
#include "assay/review_coverage.h"
#include "assay/review_subject.h"

namespace assay::tool {
namespace {

using history::Seconds;

struct Counted {
  history::FunctionVersion latest;
  std::map<Seconds, insight::Window> before;
  std::map<Seconds, insight::Window> after;
  std::map<std::uint64_t, insight::BodySeen> bodies;
};
using CountedFunctions = std::map<std::uint64_t, Counted>;

// Windows come in the order of time: what is said last is what is so now.
void note(Counted& function, const history::FunctionVersion& version, Seconds start,
          std::pair<Seconds, double> stepAndCalls) {
  function.latest = version;
  insight::BodySeen& body = function.bodies[version.key.body];
  if (body.calls == 0) body = {version.key.body, start, start, 0};
  body.last = start + stepAndCalls.first;
  body.calls += stepAndCalls.second;
}

Expected<void> readPeriod(history::Reader& reader, const ReviewQuestion& question, bool isAfter,
                          CountedFunctions& functions) {
  const history::Period& period = isAfter ? question.after : question.before;
  return reader.eachWindow(
      period, question.step,
      [&](const history::FunctionVersion& version, Seconds start, const telemetry::SiteCounts& counts) {
        Counted& function = functions[version.key.function];
        insight::Window window = insight::windowOf(counts);
        window.start = start;
        addWindow((isAfter ? function.after : function.before)[start], window);
        note(function, version, start, {question.step, window.calls});
      });
}

template <class Key, class Value>
std::vector<Value> valuesOf(std::map<Key, Value> map) {
  std::vector<Value> values;
  for (auto& [key, value] : map) values.push_back(std::move(value));
  return values;
}

insight::FunctionPeriods periodsOf(Counted counted) {
  insight::FunctionPeriods periods{subjectOf(counted.latest), valuesOf(std::move(counted.before)),
                                   valuesOf(std::move(counted.after)), valuesOf(std::move(counted.bodies))};
  std::ranges::sort(periods.bodies, {},
                    [](const insight::BodySeen& body) { return std::tuple(body.first, body.body); });
  return periods;
}

}  // namespace

Expected<emit::review::Document> readReview(history::Reader& reader, const ReviewQuestion& question,
                                            const model::Manifest* manifest) {
  CountedFunctions functions;
  ASSAY_TRY_VOID(readPeriod(reader, question, false, functions));
  ASSAY_TRY_VOID(readPeriod(reader, question, true, functions));
  ASSAY_TRY(const history::Period known, reader.known());
  std::vector<insight::FunctionPeriods> periods;
  std::set<std::uint64_t> called;
  for (auto& [id, counted] : functions) {
    if (!counted.after.empty()) called.insert(id);
    periods.push_back(periodsOf(std::move(counted)));
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
  document.coverage.known = {known.since, known.until};
  if (manifest != nullptr) coverManifest(document, *manifest, called);
  return document;
}

}  // namespace assay::tool
