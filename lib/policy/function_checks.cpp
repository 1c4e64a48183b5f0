// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>

#include "policy/checks.h"
#include "policy/model_names.h"
#include "support/strings.h"

namespace assay::policy {
namespace {

using model::AnnotatedFunction;
using model::Coverage;
using model::State;

Answer inState(const AnnotatedFunction& entry, State state, std::string message) {
  return entry.state == state ? Answer(std::move(message)) : std::nullopt;
}

std::string codeOf(const AnnotatedFunction& entry) {
  return entry.name.empty() ? "the code under the tag" : fmt::format("`{}`", entry.name);
}

bool isSwitchedOff(const AnnotatedFunction& entry) {
  return std::ranges::any_of(
      entry.tag.extra, [](const auto& pair) { return pair.first == "monitor" && isOffWord(pair.second); });
}

Answer monitored(const AnnotatedFunction& entry) {
  if (entry.name.empty() || !isSwitchedOff(entry)) return std::nullopt;
  return fmt::format("{} must be monitored, and its tag says `monitor: off`", codeOf(entry));
}

// What is switched off could be guarded; what is in no build has policies of its own.
Answer instrumentable(const Looked& looked) {
  const AnnotatedFunction& entry = looked.entry;
  if (entry.state != State::Active || !entry.outcome || isSwitchedOff(entry)) return std::nullopt;
  const bool skipped = entry.outcome->coverage == Coverage::Skipped;
  const bool partial = entry.outcome->coverage == Coverage::Partial;
  if (!skipped && !(partial && looked.rule.wantsFull)) return std::nullopt;
  return fmt::format("{} {}: {}", codeOf(entry), skipped ? "cannot be guarded" : "is guarded in part",
                     entry.outcome->text.empty() ? entry.outcome->code : entry.outcome->text);
}

Answer drifted(const Looked& looked) {
  const AnnotatedFunction& entry = looked.entry;
  if (entry.drift == 0 || entry.drift <= looked.rule.most) return std::nullopt;
  const std::string how = entry.drift >= model::kRewritten ? fmt::format("was rewritten ({} %)", entry.drift)
                                                           : fmt::format("was edited by {} %", entry.drift);
  return fmt::format("{} {} since it was tagged, more than {} %", codeOf(entry), how, looked.rule.most);
}

Answer contradicted(const Looked& looked) {
  const auto found = looked.question.sources.find(&looked.entry);
  if (found == looked.question.sources.end()) return std::nullopt;
  std::vector<std::string> others;
  for (std::size_t i = 0; i < found->second.sources.size(); ++i) {
    const model::SourceSays& says = found->second.sources[i];
    if (says.verdict == model::Verdict::Conflict)
      others.push_back(fmt::format("{} says {} ({} of {} lines)", model::kSourceNames[i], says.who,
                                   says.lines, found->second.lines));
  }
  if (others.empty()) return std::nullopt;
  const model::Tag& tag = looked.entry.tag;
  return fmt::format("{} names {}, and {}", tagOf(looked.entry),
                     tag.model.empty() ? "no model" : shownModel(tag), join(others, ", "));
}

Answer foundInReview(const Looked& looked) {
  const auto found = looked.question.reviewed.find(looked.entry.id);
  if (found == looked.question.reviewed.end() || looked.entry.name.empty()) return std::nullopt;
  return fmt::format("the last review of {}: {}", codeOf(looked.entry), join(found->second, "; "));
}

}  // namespace

Answer answerOfFunction(const Looked& looked) {
  const AnnotatedFunction& entry = looked.entry;
  if (!isAi(entry)) return std::nullopt;
  switch (looked.rule.policy) {
    case Policy::TagOnNothing: return inState(entry, State::Unattached, "the tag belongs to no function");
    case Policy::Uncompiled:
      return inState(entry, State::Uncompiled, tagOf(entry) + " stands in code that could not be parsed");
    case Policy::Inactive:
      return inState(entry, State::Inactive, tagOf(entry) + " stands in code that no build compiles");
    case Policy::AiForbidden: return codeOf(entry) + " is AI code, which is forbidden in " + entry.file;
    case Policy::MustBeMonitored: return monitored(entry);
    case Policy::MustBeInstrumentable: return instrumentable(looked);
    case Policy::Drifted: return drifted(looked);
    case Policy::SourceConflict: return contradicted(looked);
    case Policy::ReviewFinding: return foundInReview(looked);
    default: return std::nullopt;
  }
}

}  // namespace assay::policy
