// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Findings as JUnit's cases: a suite per policy that holds, a case per finding. A policy without findings is
// one case that passed.
#include "emit/ci/junit.h"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "emit/check/writers.h"

namespace assay::emit::check {
namespace {

using policy::Finding;
using policy::PolicyRow;

std::string placeText(const Result& result, const Finding& finding) {
  const std::string file = fileOf(result, finding);
  return finding.where.line == 0 ? file : fmt::format("{}:{}", file, finding.where.line);
}

// A name has no line in it: the case is the same one when the code moves.
std::string caseName(const Result& result, const Finding& finding) {
  if (finding.entry == nullptr || finding.entry->name.empty()) return finding.message;
  return fmt::format("{} in {}", finding.entry->name, fileOf(result, finding));
}

ci::JunitCase caseOf(const Result& result, const Finding& finding) {
  const std::string severity(nameOf(finding.severity));
  ci::JunitCase one{
      .name = caseName(result, finding),
      .file = fileOf(result, finding),
      .lines = {fmt::format("{}: {}: {}", placeText(result, finding), severity, finding.message),
                finding.hint}};
  if (result.fails(finding)) one.failure = {finding.message, severity};
  return one;
}

// What nobody looked at has not passed.
bool wasLookedAt(const Result& result, policy::Policy policy) {
  if (policy == policy::Policy::ManifestOutdated && !result.scanned) return false;
  if (policy == policy::Policy::ReviewFinding && !result.reviewed) return false;
  return result.rules.isOn(policy);
}

}  // namespace

std::string writeJunit(const Result& result, const Look&) {
  std::map<policy::Policy, std::vector<ci::JunitCase>> cases;
  for (const Finding& finding : result.findings) cases[finding.policy].push_back(caseOf(result, finding));
  for (const PolicyRow& row : policy::policyRows())
    if (wasLookedAt(result, row.policy) && !cases.contains(row.policy))
      cases[row.policy].push_back(
          {.name = fmt::format("nothing found: {}", row.says), .file = {}, .lines = {}});
  std::vector<ci::JunitSuite> suites;
  for (auto& [policy, found] : cases) suites.push_back({policy::rowOf(policy).id, std::move(found)});
  return ci::writeJunit("assay check", suites);
}

}  // namespace assay::emit::check
