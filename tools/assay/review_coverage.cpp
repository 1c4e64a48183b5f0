// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_coverage.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "assay/review_subject.h"
#include "model/share.h"

namespace assay::tool {
namespace {

using emit::review::Document;
using insight::Subject;

// Entries without a function, and those that people wrote, get no guard.
bool isExpected(const model::AnnotatedFunction& function) {
  return !function.name.empty() && function.tag.authorship != model::Authorship::Human;
}

// Only where the guard shares calls out: an outcome has a share then, else a word that says why not.
bool sharesCalls(const model::AnnotatedFunction& function) {
  return function.outcome && model::shareOf(function.outcome->rollout);
}

using FunctionsById = std::map<std::uint64_t, const model::AnnotatedFunction*>;

FunctionsById byId(const model::Manifest& manifest) {
  FunctionsById functions;
  for (const model::AnnotatedFunction& function : manifest.functions)
    functions.try_emplace(function.id, &function);
  return functions;
}

void noteTags(std::vector<insight::FunctionReview>& reviews, const model::Manifest& manifest) {
  const FunctionsById functions = byId(manifest);
  for (insight::FunctionReview& review : reviews) {
    const auto found = functions.find(review.subject.id);
    if (found == functions.end()) continue;
    Subject said = subjectOf(*found->second);
    review.subject.rollout = sharesCalls(*found->second);
    review.subject.tool = std::move(said.tool);
    review.subject.reviewer = std::move(said.reviewer);
    review.subject.drift = said.drift;
  }
}

}  // namespace

void notePromises(std::vector<insight::FunctionPeriods>& functions, const model::Manifest& manifest) {
  const FunctionsById tagged = byId(manifest);
  for (insight::FunctionPeriods& function : functions)
    if (const auto found = tagged.find(function.subject.id); found != tagged.end())
      function.subject.promise = promiseOf(found->second->tag);
}

void coverManifest(Document& document, const model::Manifest& manifest,
                   const std::set<std::uint64_t>& called) {
  noteTags(document.functions, manifest);
  emit::review::Coverage& coverage = document.coverage;
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

}  // namespace assay::tool
