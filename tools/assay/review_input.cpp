// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_input.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/share.h"
#include "policy/redact.h"
#include "policy/secrets.h"
#include "support/hash.h"

namespace assay::tool {
namespace {

using emit::review::Coverage;
using history::Seconds;
using insight::Subject;

struct Counted {
  history::FunctionVersion latest;
  std::map<Seconds, insight::Window> before;
  std::map<Seconds, insight::Window> after;
  std::map<std::uint64_t, insight::BodySeen> bodies;
};
using CountedFunctions = std::map<std::uint64_t, Counted>;

std::string hashOf(const std::string& prompt) {
  return prompt.empty() ? std::string() : hex64(hash64(prompt));
}

// What looks like a password or a token is shown nowhere.
std::string shownPrompt(const std::string& prompt) {
  return policy::secretIn(prompt).empty() ? prompt : std::string(policy::kRedacted);
}

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
        const insight::Window window = insight::windowOf(counts);
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
  const history::FunctionVersion& version = counted.latest;
  insight::FunctionPeriods periods;
  periods.subject = {version.key.function, version.name,           version.model,
                     version.vendor,       hashOf(version.prompt), version.file,
                     version.line,         version.date,           shownPrompt(version.prompt)};
  periods.before = valuesOf(std::move(counted.before));
  periods.after = valuesOf(std::move(counted.after));
  periods.bodies = valuesOf(std::move(counted.bodies));
  std::ranges::sort(periods.bodies, {},
                    [](const insight::BodySeen& body) { return std::tuple(body.first, body.body); });
  return periods;
}

Subject subjectOf(const model::AnnotatedFunction& function) {
  const model::Tag& tag = function.tag;
  return {function.id,
          function.name,
          tag.model.empty() ? tag.tool : tag.model,
          tag.normalizedModel.substr(0, tag.normalizedModel.find('/')),
          hashOf(tag.prompt),
          function.file,
          function.lines.first,
          tag.date,
          shownPrompt(tag.prompt)};
}

// Entries without a function, and those that people wrote, get no guard.
bool isExpected(const model::AnnotatedFunction& function) {
  return !function.name.empty() && function.tag.authorship != model::Authorship::Human;
}

void coverManifest(Coverage& coverage, const model::Manifest& manifest,
                   const std::set<std::uint64_t>& called) {
  coverage.hasManifest = true;
  std::set<std::uint64_t> met;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    if (!isExpected(function) || !met.insert(function.id).second) continue;
    const auto& outcome = function.outcome;
    if (outcome && outcome->coverage != model::Coverage::Full)
      coverage.partly.push_back({subjectOf(function), outcome->text});
    const bool guarded = !outcome || outcome->coverage != model::Coverage::Skipped;
    if (guarded && !called.contains(function.id)) coverage.neverCalled.push_back(subjectOf(function));
  }
  const auto order = [](const Subject& subject) { return std::tuple(subject.name, subject.id); };
  std::ranges::sort(coverage.neverCalled, {}, order);
  std::ranges::sort(coverage.partly, {}, [&](const auto& one) { return order(one.subject); });
}

// Only where the guard shares calls out: an outcome has a share then, else a word that says why not.
void noteRollouts(std::vector<insight::FunctionReview>& reviews, const model::Manifest& manifest) {
  std::set<std::uint64_t> replacing;
  for (const model::AnnotatedFunction& function : manifest.functions)
    if (function.outcome && model::shareOf(function.outcome->rollout)) replacing.insert(function.id);
  for (insight::FunctionReview& review : reviews)
    review.subject.rollout = replacing.contains(review.subject.id);
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
  emit::review::Document document;
  document.before = {question.before.since, question.before.until};
  document.after = {question.after.since, question.after.until};
  document.step = question.step;
  document.functions = insight::reviewAll(periods);
  document.coverage.known = {known.since, known.until};
  if (manifest != nullptr) {
    coverManifest(document.coverage, *manifest, called);
    noteRollouts(document.functions, *manifest);
  }
  return document;
}

}  // namespace assay::tool
