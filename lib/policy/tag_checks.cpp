// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "config/nearest.h"
#include "model/error_words.h"
#include "model/sample.h"
#include "policy/checks.h"
#include "policy/model_names.h"
#include "policy/secrets.h"
#include "support/strings.h"

namespace assay::policy {
namespace {

using model::AnnotatedFunction;
using model::Tag;
using namespace std::string_view_literals;

// Keys of a tag that assay itself reads.
constexpr std::array kSettings = {
    "breaker"sv, "budget"sv,   "compare"sv,     "complexity"sv, "errors"sv, "experiment"sv,  "key"sv,
    "monitor"sv, "replaces"sv, "reviewed-by"sv, "rollout"sv,    "sample"sv, "side-effects"sv};
// The fields of a tag: among the further keys only when they could not be taken.
constexpr std::array kFields = {"date"sv, "model"sv, "prompt"sv, "tool"sv};
constexpr std::array kNobody = {""sv, "-"sv, "n/a"sv, "no"sv, "nobody"sv, "none"sv, "pending"sv, "tbd"sv};

Answer answer(bool applies, std::string message) {
  return applies ? Answer(std::move(message)) : std::nullopt;
}

bool hasModel(const Tag& tag) {
  return !tag.model.empty() || !tag.normalizedModel.empty();
}

bool isReviewed(const Tag& tag) {
  return std::ranges::any_of(tag.extra, [](const auto& pair) {
    const std::string by = lower(trim(pair.second));
    return pair.first == "reviewed-by" && std::ranges::find(kNobody, by) == kNobody.end();
  });
}

bool isExperiment(const Tag& tag) {
  return std::ranges::any_of(
      tag.extra, [](const auto& pair) { return pair.first == "rollout" || pair.first == "experiment"; });
}

Answer malformed(const AnnotatedFunction& entry) {
  std::vector<std::string> problems;
  const std::string& date = entry.tag.date;
  if (!date.empty() && !dayOf(date)) problems.push_back(fmt::format("`{}` is no date", date));
  for (const auto& [key, text] : entry.tag.extra) {
    if (key == "date" && (date.empty() || !dayOf(text)))
      problems.push_back(fmt::format("`{}` is no date", text));
    else if (std::ranges::find(kFields, key) != kFields.end())
      problems.push_back(fmt::format("the {} is given twice", key));
  }
  return answer(!problems.empty(), fmt::format("{} is malformed: {}", tagOf(entry), join(problems, ", ")));
}

// The setting that a key was meant to be; empty when it is no slip of the finger.
std::string_view misspelt(std::string_view key) {
  for (const std::string_view setting : kSettings) {
    const std::size_t distance = config::editDistance(key, setting);
    if (distance > 0 && distance <= (setting.size() < 8 ? 1u : 2u)) return setting;
  }
  return {};
}

std::string errorsProblem(std::string_view words) {
  for (const std::string_view word : model::splitErrorWords(words))
    if (!model::isErrorWord(word)) return fmt::format("`{}` says of no return that it is a failure", word);
  return {};
}

std::string settingProblem(const std::string& key, const std::string& words, const Question& question) {
  if (key == "monitor") return isOffWord(words) ? std::string() : question.monitorProblem(words);
  if (key == "errors") return errorsProblem(words);
  if (key == "sample")
    return model::sampleOf(words) ? std::string()
                                  : fmt::format("`{}` says of no share of calls that it is timed", words);
  const std::string_view meant = misspelt(key);
  return meant.empty() ? std::string() : fmt::format("`{}` is no setting, is `{}` meant?", key, meant);
}

Answer unknownSetting(const Looked& looked) {
  std::vector<std::string> problems;
  for (const auto& [key, words] : looked.entry.tag.extra)
    if (std::string problem = settingProblem(key, words, looked.question); !problem.empty())
      problems.push_back(std::move(problem));
  return answer(!problems.empty(), fmt::format("{}: {}", tagOf(looked.entry), join(problems, ", ")));
}

Answer secret(const AnnotatedFunction& entry) {
  const std::string_view found = secretOf(entry);
  return answer(!found.empty(),
                fmt::format("{} looks like it holds {}", tagOf(entry), found));  // which one is not repeated
}

Answer older(const Looked& looked, std::string_view what) {
  const auto day = dayOf(looked.entry.tag.date);
  if (!day) return std::nullopt;
  const long age = ageOf(*day, looked.question.today);
  return answer(
      age > static_cast<long>(looked.rule.days),
      fmt::format("{}{} is {} days old, more than {}", tagOf(looked.entry), what, age, looked.rule.days));
}

// A day's grace: dates have no time zone.
Answer inFuture(const Looked& looked) {
  const auto day = dayOf(looked.entry.tag.date);
  return answer(
      day && ageOf(*day, looked.question.today) < -1,
      fmt::format("{} is of {}, which is still to come", tagOf(looked.entry), looked.entry.tag.date));
}

Answer wrongModel(const Looked& looked, bool wanted) {
  const Tag& tag = looked.entry.tag;
  if (!hasModel(tag) || namesModel(looked.rule.models, tag) == wanted) return std::nullopt;
  return fmt::format("{} names {}, which is {}", tagOf(looked.entry), shownModel(tag),
                     wanted ? "no allowed model" : "a forbidden model");
}

Answer answerOfAiTag(const Looked& looked) {
  const AnnotatedFunction& entry = looked.entry;
  const Tag& tag = entry.tag;
  switch (looked.rule.policy) {
    case Policy::ModelMissing: return answer(!hasModel(tag), tagOf(entry) + " names no model");
    case Policy::DateMissing: return answer(tag.date.empty(), tagOf(entry) + " has no date");
    case Policy::PromptMissing: return answer(tag.prompt.empty(), tagOf(entry) + " has no prompt");
    case Policy::FutureDate: return inFuture(looked);
    case Policy::UnknownModel:
      return answer(!tag.model.empty() && tag.normalizedModel.empty(),
                    fmt::format("{} names {}, which is no model that is known", tagOf(entry), tag.model));
    case Policy::ModelsAllowed: return wrongModel(looked, true);
    case Policy::ModelsForbidden: return wrongModel(looked, false);
    case Policy::ReviewRequired:
      return answer(!isReviewed(tag), tagOf(entry) + " does not say who reviewed it");
    case Policy::StaleTag: return older(looked, "");
    case Policy::OldExperiment:
      return isExperiment(tag) ? older(looked, ", of an experiment,") : std::nullopt;
    default: return std::nullopt;
  }
}

}  // namespace

std::string tagOf(const AnnotatedFunction& entry) {
  return entry.name.empty() ? "the tag" : fmt::format("the tag of `{}`", entry.name);
}

bool isAi(const AnnotatedFunction& entry) {
  return entry.tag.authorship != model::Authorship::Human;
}

bool isOffWord(std::string_view words) {
  return equalsIgnoringCase(words, "off") || equalsIgnoringCase(words, "no") ||
         equalsIgnoringCase(words, "false");
}

Answer answerOfTag(const Looked& looked) {
  switch (looked.rule.policy) {
    case Policy::MalformedTag: return looked.question.scanned ? std::nullopt : malformed(looked.entry);
    case Policy::UnknownSetting: return unknownSetting(looked);
    case Policy::SecretInPrompt: return secret(looked.entry);
    default: return isAi(looked.entry) ? answerOfAiTag(looked) : std::nullopt;
  }
}

}  // namespace assay::policy
