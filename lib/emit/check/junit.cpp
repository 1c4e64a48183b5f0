// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// JUnit's XML, as GitLab and Jenkins read it: a suite per policy that holds, a case per finding. A policy
// without findings is one case that passed. There is no standard but what those programs read.
#include <fmt/format.h>

#include <map>
#include <vector>

#include "emit/check/writers.h"

namespace assay::emit::check {
namespace {

using policy::Finding;
using policy::PolicyRow;

struct Suite {
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
};

std::string placeText(const Result& result, const Finding& finding) {
  const std::string file = fileOf(result, finding);
  return finding.where.line == 0 ? file : fmt::format("{}:{}", file, finding.where.line);
}

// Programs that show results over time tell cases apart by their names, so a name has no line in it.
std::string caseName(const Result& result, const Finding& finding) {
  if (finding.entry == nullptr || finding.entry->name.empty()) return finding.message;
  return fmt::format("{} in {}", finding.entry->name, fileOf(result, finding));
}

std::string openCase(const PolicyRow& row, std::string_view name) {
  return fmt::format("    <testcase classname=\"assay.{}\" name=\"{}\" time=\"0\"", row.id, xmlText(name));
}

void addCase(const Result& result, const Finding& finding, Suite& suite) {
  const std::string place = xmlText(placeText(result, finding));
  const std::string message = xmlText(finding.message);
  const PolicyRow& row = policy::rowOf(finding.policy);
  suite.cases += openCase(row, caseName(result, finding)) +
                 fmt::format(" file=\"{}\">\n", xmlText(fileOf(result, finding)));
  const std::string text =
      fmt::format("{}: {}: {}\n{}", place, nameOf(finding.severity), message, xmlText(finding.hint));
  if (result.fails(finding))
    suite.cases += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n", message,
                               nameOf(finding.severity), text);
  else
    suite.cases += fmt::format("      <system-out>{}</system-out>\n", text);
  suite.cases += "    </testcase>\n";
  ++suite.tests;
  suite.failures += result.fails(finding) ? 1 : 0;
}

// What nobody looked at has not passed.
bool wasLookedAt(const Result& result, policy::Policy policy) {
  if (policy == policy::Policy::ManifestOutdated && !result.scanned) return false;
  if (policy == policy::Policy::ReviewFinding && !result.reviewed) return false;
  return result.rules.isOn(policy);
}

std::map<policy::Policy, Suite> suitesOf(const Result& result) {
  std::map<policy::Policy, Suite> suites;
  for (const Finding& finding : result.findings) addCase(result, finding, suites[finding.policy]);
  for (const PolicyRow& row : policy::policyRows()) {
    if (!wasLookedAt(result, row.policy) || suites.contains(row.policy)) continue;
    Suite& passed = suites[row.policy];
    passed.cases = openCase(row, fmt::format("nothing found: {}", row.says)) + "/>\n";
    passed.tests = 1;
  }
  return suites;
}

}  // namespace

std::string writeJunit(const Result& result, const Look&) {
  std::string body;
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const auto& [policy, suite] : suitesOf(result)) {
    body += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" time=\"0\">\n{}  "
        "</testsuite>\n",
        policy::rowOf(policy).id, suite.tests, suite.failures, suite.cases);
    tests += suite.tests;
    failures += suite.failures;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"assay check\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
      "time=\"0\">\n{}</testsuites>\n",
      tests, failures, body);
}

}  // namespace assay::emit::check
