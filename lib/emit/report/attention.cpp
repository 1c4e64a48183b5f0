// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/attention.h"

#include <fmt/format.h>

#include <optional>
#include <unordered_map>

#include "emit/report/inventory.h"
#include "model/names.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

using model::AnnotatedFunction;
using model::Coverage;
using model::Precision;
using model::State;

using Detail = std::optional<std::string>;

struct Rule {
  std::string_view code;
  std::string_view title;
  std::string_view advice;
  Detail (*applies)(const AnnotatedFunction& entry);  // nothing: does not apply
};

Detail when(bool condition) {
  return condition ? Detail("") : std::nullopt;
}

bool isAi(const AnnotatedFunction& entry) {
  return entry.tag.authorship != model::Authorship::Human;
}

Detail lessThanExact(const AnnotatedFunction& entry) {
  if (entry.precision == Precision::Exact || entry.state != State::Active) return std::nullopt;
  return std::string(nameOf(entry.precision));
}

Detail inSomeBuilds(const AnnotatedFunction& entry) {
  return entry.configurations.empty() ? std::nullopt : Detail(join(entry.configurations, ", "));
}

std::string reasonOf(const model::Outcome& outcome) {
  return outcome.text.empty() ? outcome.code : fmt::format("{}: {}", outcome.code, outcome.text);
}

template <Coverage coverage>
Detail withCoverage(const AnnotatedFunction& entry) {
  if (!entry.outcome || entry.outcome->coverage != coverage) return std::nullopt;
  return reasonOf(*entry.outcome);
}

constexpr Rule kRules[] = {
    {"unattached", "tags that belong to no function", "move the tag to the line above the function",
     [](const AnnotatedFunction& e) { return when(e.state == State::Unattached); }},
    {"uncompiled", "tags in code that could not be parsed", "scan with the build's flags (-p)",
     [](const AnnotatedFunction& e) { return when(e.state == State::Uncompiled); }},
    {"inactive", "tags in code that no build compiles", "dead code, or a configuration that was not scanned",
     [](const AnnotatedFunction& e) { return when(e.state == State::Inactive); }},
    {"drifted", "functions that were edited since they were tagged",
     "is the tag still true? A new date in it starts again",
     [](const AnnotatedFunction& e) { return e.drift == 0 || !isAi(e) ? std::nullopt : Detail(driftOf(e)); }},
    {"skipped", "functions that instrument leaves alone", "no numbers will come from these",
     withCoverage<Coverage::Skipped>},
    {"partial", "functions that instrument covers in part", "numbers from these are incomplete",
     withCoverage<Coverage::Partial>},
    {"missing-model", "tags without a model", "say which model wrote it",
     [](const AnnotatedFunction& e) {
       return when(isAi(e) && e.tag.model.empty() && e.tag.normalizedModel.empty());
     }},
    {"unknown-model", "models whose name is not recognised", "check the spelling",
     [](const AnnotatedFunction& e) {
       return isAi(e) && !e.tag.model.empty() && e.tag.normalizedModel.empty() ? Detail(e.tag.model)
                                                                               : std::nullopt;
     }},
    {"missing-date", "tags without a date", "say when, as 2024-01-15",
     [](const AnnotatedFunction& e) { return when(isAi(e) && e.tag.date.empty()); }},
    {"missing-prompt", "tags without a prompt", "keep what was asked for",
     [](const AnnotatedFunction& e) { return when(isAi(e) && e.tag.prompt.empty()); }},
    {"inexact", "functions that were not parsed with the build's flags",
     "scan with a compilation database (-p)", lessThanExact},
    {"some-builds", "functions that exist in some builds only", "numbers come from these builds alone",
     inSomeBuilds},
};

Concern concernOf(const Rule& rule, const model::Manifest& manifest) {
  Concern concern{rule.code, rule.title, rule.advice, {}};
  for (const AnnotatedFunction& entry : manifest.functions)
    if (auto detail = rule.applies(entry)) concern.items.push_back({&entry, *std::move(detail)});
  return concern;
}

Concern duplicates(const model::Manifest& manifest) {
  Concern concern{"duplicate-id", "entries that share an id", "their numbers cannot be told apart", {}};
  std::unordered_map<std::uint64_t, const AnnotatedFunction*> first;
  for (const AnnotatedFunction& entry : manifest.functions) {
    const auto [found, isNew] = first.emplace(entry.id, &entry);
    if (!isNew) concern.items.push_back({&entry, "also " + placeOf(*found->second)});
  }
  return concern;
}

}  // namespace

std::string placeOf(const AnnotatedFunction& entry) {
  const unsigned line = entry.tagLine != 0 ? entry.tagLine : entry.lines.first;
  const std::string& file = entry.tagLine != 0 && !entry.tagFile.empty() ? entry.tagFile : entry.file;
  return line == 0 ? file : fmt::format("{}:{}", file, line);
}

std::vector<Concern> findConcerns(const model::Manifest& manifest) {
  std::vector<Concern> concerns{duplicates(manifest)};
  for (const Rule& rule : kRules) concerns.push_back(concernOf(rule, manifest));
  std::erase_if(concerns, [](const Concern& concern) { return concern.items.empty(); });
  return concerns;
}

}  // namespace assay::emit::report
