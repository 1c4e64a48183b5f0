// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Precision `inferred` is guarded: the place of a brace is read off the tokens and is right even when a type
// is not, and every rewritten file is parsed again. `lexical` is not: nobody knows there whether the function
// is constexpr.
#include "instrument/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "instrument/guard_form.h"
#include "instrument/reasons_table.h"
#include "instrument/rollout_form.h"
#include "support/strings.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::Outcome;

bool monitorIsOff(const model::Tag& tag) {
  return std::ranges::any_of(tag.extra, [](const auto& pair) {
    return pair.first == "monitor" &&
           (equalsIgnoringCase(pair.second, "off") || equalsIgnoringCase(pair.second, "no") ||
            equalsIgnoringCase(pair.second, "false"));
  });
}

bool isOutsideRoot(std::string_view file) {
  return file.starts_with('/') || file == ".." || file.starts_with("../");
}

// What the tag and its state say, before any fact about the function counts. Empty = nothing against it.
std::string_view refusalByState(const AnnotatedFunction& function) {
  if (function.tag.authorship == model::Authorship::Human) return "human";
  switch (function.state) {
    case model::State::Inactive: return "inactive";
    case model::State::Unattached: return "unattached";
    case model::State::Uncompiled: return "uncompiled";
    case model::State::Active: break;
  }
  if (monitorIsOff(function.tag)) return "monitor-off";
  return isOutsideRoot(function.file) ? "outside-root" : "";
}

std::string_view refusalByKind(const AnnotatedFunction& function) {
  for (const TraitReason& row : kTraitReasons)
    if (function.traits.has(row.trait)) return row.code;
  if (function.kind == model::FunctionKind::DeductionGuide || !function.bodyBegin.known()) return "no-body";
  return function.precision == model::Precision::Lexical ? "lexical" : "";
}

// A tag on a block says something about its lines; that a constructor's initialisers are missing matters less
// then.
Outcome blockScope(const AnnotatedFunction& function) {
  Outcome outcome = outcomeOf("block-scope");
  if (function.covered.first != 0)
    outcome.text = fmt::format("the whole function is timed; the tag covers lines {}-{}",
                               function.covered.first, function.covered.last);
  return outcome;
}

Outcome returnsUnseen(const std::vector<unsigned>& lines) {
  Outcome outcome = outcomeOf("returns-unseen");
  std::vector<std::string> words;
  for (const unsigned line : lines) words.push_back(std::to_string(line));
  outcome.text += fmt::format(" (line{} {})", lines.size() == 1 ? "" : "s", join(words, ", "));
  return outcome;
}

// What is missing most comes first.
Outcome coverageOf(const AnnotatedFunction& function) {
  if (const auto code = formOf(function).code; !code.empty()) return outcomeOf(code);
  if (function.scope == model::Scope::Block) return blockScope(function);
  if (function.traits.has(model::Trait::InitializerList)) return outcomeOf("body-only");
  if (const auto lines = unseenReturns(function); !lines.empty()) return returnsUnseen(lines);
  return {model::Coverage::Full, "", ""};
}

}  // namespace

std::span<const OutcomeReason> outcomeReasons() {
  return kReasons;
}

Outcome outcomeOf(std::string_view code) {
  const auto* const row = std::ranges::find(kReasons, code, &OutcomeReason::code);
  assert(row != std::end(kReasons) && "a code of reasons_table.h");
  return {row->coverage, std::string(row->code), std::string(row->text)};
}

Outcome judge(const AnnotatedFunction& function) {
  std::string_view refusal = refusalByState(function);
  if (refusal.empty()) refusal = refusalByKind(function);
  Outcome outcome = refusal.empty() ? coverageOf(function) : outcomeOf(refusal);
  if (outcome.coverage == model::Coverage::Skipped) {
    outcome.rollout = rolloutWithoutGuard(function);
    return outcome;
  }
  outcome.rollout = rolloutOf(function);
  outcome.errors = errorsOf(function);
  model::Input input = inputOf(function);
  outcome.input = std::move(input.size);
  outcome.type = std::move(input.type);
  return outcome;
}

}  // namespace assay::instrument
