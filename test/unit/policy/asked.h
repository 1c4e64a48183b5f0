// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Questions and rules for tests of the policies.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "config/policies.h"
#include "document/value.h"
#include "policy/evaluate.h"
#include "policy/read_rules.h"
#include "support/sample_manifest.h"

namespace assay::test {

inline const policy::Day kToday = *policy::dayOf("2026-11-29");

/// One entry per call of tagged(), as they come.
inline model::Manifest manifestOf(std::vector<model::AnnotatedFunction> entries) {
  model::Manifest manifest;
  manifest.functions = std::move(entries);
  return manifest;
}

/// Only what the YAML says, and not what holds by default.
inline policy::RuleSet rulesOf(const std::string& yaml) {
  std::string text;
  for (const policy::PolicyRow& row : policy::policyRows())
    if (row.byDefault && !yaml.contains(row.id)) text += std::string(row.id) + ": off\n";
  const auto written = config::readPolicies(document::parseYaml(text + yaml, "c.yaml").value(), "c.yaml");
  auto rules = policy::readRules(written.value());
  EXPECT_TRUE(rules.has_value()) << rules.error().message;
  return rules.value_or(policy::RuleSet{});
}

/// "file:line severity policy: message", arranged.
inline std::vector<std::string> saidOf(const std::vector<policy::Finding>& findings) {
  std::vector<std::string> said;
  for (const policy::Finding& finding : policy::arranged(findings))
    said.push_back(finding.where.file + ':' + std::to_string(finding.where.line) + ' ' +
                   (finding.severity == Severity::Error     ? "error "
                    : finding.severity == Severity::Warning ? "warning "
                                                            : "note ") +
                   std::string(policy::rowOf(finding.policy).id) + ": " + finding.message);
  return said;
}

inline std::vector<std::string> saidOf(const model::Manifest& manifest, const std::string& yaml) {
  return saidOf(policy::findAll({manifest, kToday}, rulesOf(yaml)));
}

}  // namespace assay::test
