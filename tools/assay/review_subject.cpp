// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_subject.h"

#include <chrono>
#include <cstdio>

#include "emit/rules/thresholds.h"
#include "policy/redact.h"
#include "policy/secrets.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

std::string hashOf(const std::string& prompt) {
  return prompt.empty() ? std::string() : hex64(hash64(prompt));
}

std::string reviewerOf(const model::Tag& tag) {
  for (const auto& [key, value] : tag.extra)
    if (key == "reviewed-by") return value;
  return {};
}

// Of a body that could not be read this time the manifest keeps the sketch, and has nothing to compare it
// with: that is not "as it was tagged".
std::optional<unsigned> driftOf(const model::AnnotatedFunction& function) {
  const bool compared = function.sketch.known() && function.bodyFingerprint != 0;
  return compared ? std::optional(function.drift) : std::nullopt;
}

std::string shownPrompt(const std::string& prompt) {
  return policy::secretIn(prompt).empty() ? prompt : std::string(policy::kRedacted);
}

}  // namespace

insight::Subject subjectOf(const history::FunctionVersion& version) {
  return {.id = version.key.function,
          .name = version.name,
          .model = version.model,
          .vendor = version.vendor,
          .promptHash = hashOf(version.prompt),
          .file = version.file,
          .line = version.line,
          .date = version.date,
          .prompt = shownPrompt(version.prompt)};
}

insight::Subject subjectOf(const model::AnnotatedFunction& function) {
  const model::Tag& tag = function.tag;
  return {.id = function.id,
          .name = function.name,
          .model = tag.model.empty() ? tag.tool : tag.model,
          .vendor = tag.normalizedModel.substr(0, tag.normalizedModel.find('/')),
          .promptHash = hashOf(tag.prompt),
          .file = function.file,
          .line = function.lines.first,
          .date = tag.date,
          .prompt = shownPrompt(tag.prompt),
          .tool = tag.tool,
          .reviewer = reviewerOf(tag),
          .drift = driftOf(function)};
}

std::optional<insight::Promise> promiseOf(const model::Tag& tag) {
  for (const auto& [key, words] : tag.extra) {
    if (key != "complexity") continue;
    const auto power = emit::rules::readComplexity(words);
    if (power) return insight::Promise{words, *power, lower(words).find("log") != std::string::npos};
  }
  return std::nullopt;
}

std::optional<unsigned> ageInDays(const std::string& date, std::int64_t moment) {
  using namespace std::chrono;
  int year = 0;
  unsigned month = 0, day = 0;
  if (std::sscanf(date.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return std::nullopt;
  const year_month_day written{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!written.ok()) return std::nullopt;
  const auto age = floor<days>(sys_seconds(seconds(moment)) - sys_days(written)).count();
  return age < 0 ? std::nullopt : std::optional(static_cast<unsigned>(age));
}

}  // namespace assay::tool
