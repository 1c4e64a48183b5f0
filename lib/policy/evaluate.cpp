// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/evaluate.h"

#include <fmt/format.h>

#include <tuple>
#include <utility>

#include "policy/checks.h"
#include "policy/lines_of_code.h"
#include "policy/places.h"
#include "policy/secrets.h"
#include "support/hash.h"
#include "support/sort_stably.h"

namespace assay::policy {
namespace {

// Messages of these repeat words of the tag.
bool quotesTheTag(Policy policy) {
  return policy == Policy::MalformedTag || policy == Policy::UnknownSetting ||
         policy == Policy::UnknownModel || policy == Policy::ModelsAllowed ||
         policy == Policy::ModelsForbidden;
}

// A secret is repeated in no message, not even in other letters.
std::string withoutSecrets(const model::AnnotatedFunction& entry, const PolicyRow& row, std::string message) {
  if (!quotesTheTag(row.policy) || secretOf(entry.tag).empty()) return message;
  return fmt::format("{}: {}", tagOf(entry), row.says);
}

void addOutdated(const Scanned& scanned, const RuleSet& rules, std::vector<Finding>& findings) {
  const Rule* rule = rules.find(Policy::ManifestOutdated, scanned.manifestFile);
  if (rule == nullptr || scanned.difference.empty()) return;
  findings.push_back({.policy = rule->policy,
                      .severity = *rule->severity,
                      .where = {scanned.manifestFile, 1, 0},
                      .message = scanned.difference,
                      .hint = {},
                      .entry = nullptr,
                      .id = hash64(scanned.manifestFile)});
}

void addOfTags(const Scanned& scanned, const RuleSet& rules, std::vector<Finding>& findings) {
  for (const Diagnostic& said : scanned.ofTags.all()) {
    const Rule* rule = rules.find(Policy::MalformedTag, said.where.file);
    if (rule == nullptr) continue;
    const bool shown = secretIn(said.message).empty() && secretIn(said.excerpt).empty();
    findings.push_back(
        {.policy = rule->policy,
         .severity = *rule->severity,
         .where = said.where,
         .message = fmt::format("{} ({})", shown ? said.message : "the tag is malformed", said.id),
         .hint = said.hint,
         .entry = nullptr,
         .id = hash64(said.where.file + '\n' + said.message + '\n' + said.excerpt)});
  }
}

void addOfEntry(const model::AnnotatedFunction& entry, const Question& question, const RuleSet& rules,
                std::vector<Finding>& findings) {
  for (const PolicyRow& row : policyRows()) {
    const Rule* rule = rules.find(row.policy, entry.file);
    if (rule == nullptr) continue;
    const Looked looked{entry, *rule, question};
    Answer answer = row.subject == Subject::Tag ? answerOfTag(looked) : answerOfFunction(looked);
    if (!answer) continue;
    findings.push_back({.policy = row.policy,
                        .severity = *rule->severity,
                        .where = placeOf(entry),
                        .message = withoutSecrets(entry, row, *std::move(answer)),
                        .hint = {},
                        .entry = &entry,
                        .id = entry.id});
  }
}

auto orderOf(const Finding& finding) {
  return std::tie(finding.where.file, finding.where.line, finding.where.column, finding.policy);
}

// Two findings that one tag gives rise to, at functions that it stands for.
bool areOfOneTag(const Finding& a, const Finding& b) {
  return rowOf(a.policy).subject == Subject::Tag && a.entry != nullptr && b.entry != nullptr &&
         orderOf(a) == orderOf(b) && a.severity == b.severity && a.entry->tag == b.entry->tag;
}

// Among those of one place, of which the last is looked at first: several tags may stand on a line.
Finding* findOfSameTag(std::vector<Finding>& told, const Finding& finding) {
  if (rowOf(finding.policy).subject != Subject::Tag) return nullptr;
  for (auto one = told.rbegin(); one != told.rend() && orderOf(*one) == orderOf(finding); ++one)
    if (areOfOneTag(*one, finding)) return &*one;
  return nullptr;
}

}  // namespace

std::vector<Finding> findAll(const Question& question, const RuleSet& rules) {
  std::vector<Finding> findings = findTooManyAiLines(question, rules);
  if (question.scanned) {
    addOutdated(*question.scanned, rules, findings);
    addOfTags(*question.scanned, rules, findings);
  }
  for (const model::AnnotatedFunction& entry : question.manifest.functions)
    addOfEntry(entry, question, rules, findings);
  for (Finding& finding : findings)
    if (finding.hint.empty()) finding.hint = rowOf(finding.policy).advice;
  return findings;
}

std::vector<Finding> arranged(std::vector<Finding> findings) {
  sortStably(findings, [](const Finding& a, const Finding& b) { return orderOf(a) < orderOf(b); });
  std::vector<Finding> result;
  for (Finding& finding : findings) {
    if (Finding* same = findOfSameTag(result, finding))
      ++same->others;
    else
      result.push_back(std::move(finding));
  }
  for (Finding& finding : result)
    if (finding.others > 0)
      finding.message +=
          fmt::format(" (and so of {} more function{})", finding.others, finding.others == 1 ? "" : "s");
  return result;
}

}  // namespace assay::policy
