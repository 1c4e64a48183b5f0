// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/prepare.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "instrument/guard_form.h"
#include "instrument/judge.h"
#include "instrument/rollout_form.h"
#include "model/error_words.h"
#include "model/rollout.h"
#include "model/sample.h"
#include "source/insertion.h"
#include "support/file.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::Coverage;

bool isSelected(const std::string& file, const std::vector<std::string>& only) {
  if (only.empty()) return true;
  return std::ranges::any_of(only, [&](const std::string& path) {
    return path == "." || file == path || file.starts_with(path + "/");
  });
}

// The entries of each file, and of each id in it.
class Entries {
 public:
  explicit Entries(model::Manifest& manifest) {
    for (AnnotatedFunction& function : manifest.functions) byFile_[function.file].push_back(&function);
  }
  const std::vector<AnnotatedFunction*>& of(const std::string& file) { return byFile_[file]; }
  AnnotatedFunction* find(const std::string& file, std::uint64_t id) {
    const auto& entries = byFile_[file];
    const auto at = std::ranges::find(entries, id, [](const auto* function) { return function->id; });
    return at == entries.end() ? nullptr : *at;
  }

 private:
  std::map<std::string, std::vector<AnnotatedFunction*>, std::less<>> byFile_;
};

void reportWithoutGuard(const AnnotatedFunction& function, const model::Outcome& outcome,
                        Diagnostics& diagnostics) {
  if (rolloutWithoutGuard(function).empty() || function.tag.authorship == model::Authorship::Human) return;
  const Location where{function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0};
  diagnostics.warning("assay-instrument-011", where,
                      fmt::format("'{}' is not rolled out and has all calls, for it is not guarded: {}",
                                  function.name, outcome.text));
}

// One without a guard has no dispatch either.
void recordSkipped(AnnotatedFunction& function, model::Outcome outcome, Diagnostics& diagnostics) {
  outcome.rollout = rolloutWithoutGuard(function);
  reportWithoutGuard(function, outcome, diagnostics);
  function.outcome = std::move(outcome);
}

void reportRefused(const AnnotatedFunction& function, const model::Outcome& outcome,
                   Diagnostics& diagnostics) {
  const Location where{function.file, function.bodyBegin.line, function.bodyBegin.column};
  if (outcome.code == "no-line-for-header")
    diagnostics.warning("assay-instrument-002", where,
                        fmt::format("'{}' is not guarded: {}", function.name, outcome.text),
                        "add a blank line or a comment at file scope above it");
  if (outcome.code == "no-brace")
    diagnostics.warning("assay-instrument-003", where,
                        fmt::format("'{}' is not guarded: {}", function.name, outcome.text),
                        "run `assay scan` again; trigraph braces are not supported");
}

void recordRefused(Entries& entries, const FilePlan& plan, Diagnostics& diagnostics) {
  for (const auto& [id, outcome] : plan.refused) {
    AnnotatedFunction* function = entries.find(plan.file, id);
    if (function == nullptr) continue;
    recordSkipped(*function, outcome, diagnostics);
    reportRefused(*function, outcome, diagnostics);
  }
}

void reportErrorWords(const AnnotatedFunction& function, Diagnostics& diagnostics) {
  const Location where{function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0};
  for (const std::string& word : unknownErrorWords(function))
    diagnostics.warning("assay-instrument-007", where,
                        fmt::format("`errors: {}` of the tag of '{}' means nothing", word, function.name),
                        "known: " + std::string(model::kKnownErrorWords));
}

void reportSize(const AnnotatedFunction& function, Diagnostics& diagnostics) {
  const std::string name = unknownSize(function);
  if (name.empty()) return;
  const Location where{function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0};
  diagnostics.warning(
      "assay-instrument-008", where,
      fmt::format("`size: {}` of the tag of '{}' names nothing that can be counted", name, function.name),
      "a parameter that is a number or has a size, or `size: none`");
}

void reportIdleSample(const AnnotatedFunction& function, Diagnostics& diagnostics) {
  const std::string why = whySampleIsIdle(function);
  if (why.empty()) return;
  const Location where{function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0};
  diagnostics.warning("assay-instrument-014", where,
                      fmt::format("`sample` of the tag of '{}' changes nothing: {}", function.name, why),
                      "leave it out");
}

void reportSample(const AnnotatedFunction& function, Diagnostics& diagnostics) {
  reportIdleSample(function, diagnostics);
  const std::string words = unknownSample(function);
  if (words.empty()) return;
  const Location where{function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0};
  diagnostics.warning("assay-instrument-013", where,
                      fmt::format("`sample: {}` of the tag of '{}' means nothing", words, function.name),
                      "known: " + std::string(model::kKnownSamples));
}

// What the scan refuses it has said; it does not know which guard there is.
void reportShadow(const AnnotatedFunction& function, Diagnostics& diagnostics) {
  if (!isWithoutShadow(function) || !function.replaces.front().shadowProblem.empty()) return;
  const Location where{function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0};
  diagnostics.warning(
      "assay-instrument-012", where,
      fmt::format(
          "'{}' cannot run in the shadow of '{}' and has all calls: its guard may stand in no jump's way",
          function.name, function.replaces.front().name),
      "a loop in the place of a call of itself at the end");
}

void reportKey(const AnnotatedFunction& function, Diagnostics& diagnostics) {
  const std::string key = unknownKey(function);
  if (key.empty()) return;
  const Location where{function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0};
  diagnostics.warning(
      "assay-instrument-015", where,
      fmt::format("`key: {}` of the tag of '{}' begins with no parameter of it", key, function.name),
      "until this is mended it has all calls");
}

// Outcomes are set only once the file is known to be the one that was scanned.
Expected<Draft> draftOf(Entries& entries, const model::TaggedFile& file, const std::filesystem::path& root,
                        Diagnostics& diagnostics) {
  ASSAY_TRY(const std::string bytes, readFile(root / file.path));
  source::SourceText text(file.path, source::stripInsertions(bytes));
  std::vector<const AnnotatedFunction*> guardable;
  std::vector<const AnnotatedFunction*> others;
  for (const AnnotatedFunction* function : entries.of(file.path))
    (judge(*function).coverage != Coverage::Skipped ? guardable : others).push_back(function);
  ASSAY_TRY(FilePlan planned, plan(text, file, guardable));
  for (AnnotatedFunction* function : entries.of(file.path)) function->outcome = judge(*function);
  for (const AnnotatedFunction* function : guardable) reportErrorWords(*function, diagnostics);
  for (const AnnotatedFunction* function : guardable) reportSize(*function, diagnostics);
  for (const AnnotatedFunction* function : guardable) reportSample(*function, diagnostics);
  for (const AnnotatedFunction* function : guardable) reportShadow(*function, diagnostics);
  for (const AnnotatedFunction* function : guardable) reportKey(*function, diagnostics);
  for (const AnnotatedFunction* function : others)
    reportWithoutGuard(*function, judge(*function), diagnostics);
  return Draft{std::move(text), std::move(planned), std::move(guardable)};
}

using FoundKey = std::tuple<std::string, std::string, std::uint64_t>;  // file, its hash, id

std::map<std::string, std::string> hashesOf(const model::Manifest& manifest) {
  std::map<std::string, std::string> hashes;
  for (const auto& file : manifest.files) hashes[file.path] = file.hash;
  return hashes;
}

bool isFoundByInstrument(const std::optional<model::Outcome>& outcome) {
  return outcome && (outcome->code == "no-line-for-header" || outcome->code == "new-diagnostic" ||
                     outcome->code == "no-brace" || outcome->code == "shared-body" ||
                     outcome->input == model::kTakenBack || outcome->rollout == model::kTakenBack ||
                     outcome->type == model::kTakenBack || outcome->errors.ends_with(model::kTakenBack));
}

// All calls run the new function then: that has to be said.
void recordWithoutRollout(const TakenBack& item, AnnotatedFunction& function, Diagnostics& diagnostics) {
  model::Outcome outcome = function.outcome.value_or(judge(function));
  outcome.rollout = model::kTakenBack;
  function.outcome = std::move(outcome);
  diagnostics.warning(
      "assay-instrument-010", {item.file, function.bodyBegin.line, function.bodyBegin.column},
      fmt::format("'{}' is not rolled out and has all calls, for the call of '{}' brings {}:{}:{}: {}",
                  function.name, function.replaces.empty() ? "" : function.replaces.front().name,
                  item.cause.file, item.cause.line, item.cause.column, item.cause.text));
}

bool isShareOrNone(const std::string& rollout) {
  return rollout.empty() || model::shareOfRollout(rollout).has_value();
}

// What a guard can do without is taken back alone: its outcome stays, with a word in the place of what would
// be there.
void recordLesser(const TakenBack& item, AnnotatedFunction& function, Diagnostics& diagnostics) {
  if (*item.extra == Extra::Rollout) return recordWithoutRollout(item, function, diagnostics);
  model::Outcome outcome = function.outcome.value_or(judge(function));
  const bool isInput = *item.extra != Extra::Failures;
  if (*item.extra == Extra::Type)
    outcome.type = model::kTakenBack;
  else if (isInput)
    outcome.input = model::kTakenBack;
  else
    outcome.errors =
        fmt::format("{}{}", function.traits.has(model::Trait::C) ? "" : "exceptions, ", model::kTakenBack);
  function.outcome = std::move(outcome);
  diagnostics.warning("assay-instrument-009", {item.file, function.bodyBegin.line, function.bodyBegin.column},
                      fmt::format("{} of '{}' {} not counted, for that brings {}:{}:{}: {}",
                                  *item.extra == Extra::Type ? "the type of the input"
                                  : isInput                  ? "the input"
                                                             : "returned failures",
                                  function.name, isInput ? "is" : "are", item.cause.file, item.cause.line,
                                  item.cause.column, item.cause.text));
}

}  // namespace

Preparation prepare(model::Manifest& manifest, const std::filesystem::path& root,
                    const std::vector<std::string>& only, Diagnostics& diagnostics) {
  Preparation result;
  Entries entries(manifest);
  for (const model::TaggedFile& file : manifest.files) {
    if (!isSelected(file.path, only)) continue;
    if (auto draft = draftOf(entries, file, root, diagnostics)) {
      recordRefused(entries, draft->plan, diagnostics);
      result.drafts.push_back(*std::move(draft));
    } else {
      Error error = std::move(draft).error();
      if (error.where.file.empty()) error.where.file = file.path;
      diagnostics.error("assay-instrument-001", error);
      result.complete = false;
    }
  }
  return result;
}

void recordTakenBack(model::Manifest& manifest, const std::vector<TakenBack>& taken,
                     Diagnostics& diagnostics) {
  Entries entries(manifest);
  for (const TakenBack& item : taken) {
    AnnotatedFunction* function = entries.find(item.file, item.id);
    if (function == nullptr) continue;
    if (item.extra) {
      recordLesser(item, *function, diagnostics);
      continue;
    }
    recordSkipped(*function, outcomeOf("new-diagnostic"), diagnostics);
    diagnostics.warning(
        "assay-instrument-004", {item.file, function->bodyBegin.line, function->bodyBegin.column},
        fmt::format("the guard of '{}' is taken back, for it brings {}:{}:{}: {}", function->name,
                    item.cause.file, item.cause.line, item.cause.column, item.cause.text));
  }
}

void fillOutcomes(model::Manifest& fresh, const model::Manifest* previous) {
  std::map<FoundKey, model::Outcome> kept;
  if (previous != nullptr) {
    auto hashes = hashesOf(*previous);
    for (const auto& function : previous->functions)
      if (isFoundByInstrument(function.outcome))
        kept[{function.file, hashes[function.file], function.id}] = *function.outcome;
  }
  auto hashes = hashesOf(fresh);
  for (AnnotatedFunction& function : fresh.functions) {
    function.outcome = judge(function);
    if (function.outcome->coverage == Coverage::Skipped) continue;
    if (const auto at = kept.find({function.file, hashes[function.file], function.id}); at != kept.end()) {
      std::string rollout = std::move(function.outcome->rollout);  // the tag may stand in another file
      function.outcome = at->second;
      if (isShareOrNone(at->second.rollout)) function.outcome->rollout = std::move(rollout);
    }
  }
}

}  // namespace assay::instrument
