// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Findings as the results of SARIF: a rule for each policy.
#include "emit/ci/sarif.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "emit/check/writers.h"
#include "support/hash.h"

namespace assay::emit::check {
namespace {

using document::Value;
using policy::Finding;
using policy::PolicyRow;

std::vector<ci::SarifRule> rulesOfPolicies() {
  std::vector<ci::SarifRule> rules;
  for (const PolicyRow& row : policy::policyRows())
    rules.push_back({row.id, row.severity, row.says,
                     fmt::format("{}. The page docs/reference/check.md has all policies.", row.advice)});
  return rules;
}

Value propertiesOf(const Finding& finding) {
  Value properties;
  properties.set("advice", finding.hint);
  if (finding.entry == nullptr) return properties;
  properties.set("id", "0x" + hex64(finding.entry->id));
  const model::Tag& tag = finding.entry->tag;
  const std::string& model = tag.normalizedModel.empty() ? tag.model : tag.normalizedModel;
  for (const auto& [key, text] : {std::pair("model", &model), {"date", &tag.date}, {"prompt", &tag.prompt}})
    if (!text->empty()) properties.set(key, *text);
  return properties;
}

ci::SarifResult resultOf(const Result& result, const Finding& finding, std::string fingerprint) {
  return {.rule = static_cast<std::size_t>(finding.policy),
          .severity = finding.severity,
          .message = finding.message,
          .file = fileOf(result, finding),
          .line = finding.where.line,
          .function = finding.entry != nullptr ? finding.entry->name : std::string(),
          .fingerprint = std::move(fingerprint),
          .properties = propertiesOf(finding)};
}

}  // namespace

std::string writeSarif(const Result& result, const Look&) {
  ci::SarifLog log{.verb = "check",
                   .tool = result.tool,
                   .complete = result.complete,
                   .named = "findings",
                   .rules = rulesOfPolicies(),
                   .results = {}};
  std::vector<std::string> fingerprints = fingerprintsOf(result);
  for (std::size_t i = 0; i < fingerprints.size(); ++i)
    log.results.push_back(resultOf(result, result.findings[i], std::move(fingerprints[i])));
  return ci::writeSarif(std::move(log));
}

}  // namespace assay::emit::check
