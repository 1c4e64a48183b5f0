// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold for the policies of every .assay.yaml, whoever wrote it. Used by the fuzz target and, for
// the seeds, by a unit test.
#pragma once

#include <algorithm>
#include <string>

#include "config/policies.h"
#include "config/settings.h"
#include "document/value.h"
#include "model/manifest.h"
#include "policy/evaluate.h"
#include "policy/read_rules.h"

namespace assay::fuzz {

/// An error of usage that says what is wrong, and where in the text.
inline bool refusalHolds(const Error& error) {
  return error.code == ErrorCode::Usage && !error.message.empty() && error.where.file == "/x/.assay.yaml";
}

/// What an entry of every kind is to the rules is an answer, and each finding is of a rule that is on.
inline bool findingsHold(const policy::RuleSet& rules) {
  model::Manifest manifest;
  manifest.functions.resize(2);
  manifest.functions[0].name = "f";
  manifest.functions[0].file = "src/a.cc";
  manifest.functions[0].drift = 50;
  manifest.functions[0].tag.date = "2020-01-01";
  manifest.functions[1].file = "src/b.cc";
  manifest.functions[1].state = model::State::Unattached;
  const auto findings = policy::findAll({manifest, *policy::dayOf("2026-11-29")}, rules);
  return std::ranges::all_of(findings, [&](const policy::Finding& finding) {
    const policy::Rule* rule = rules.find(finding.policy, finding.where.file);
    return rule != nullptr && rule->severity == finding.severity && !finding.message.empty();
  });
}

/// The text as the whole configuration of a verb.
inline bool configurationHolds(const std::string& text) {
  for (const char* verb : {"check", "scan", "serve"}) {
    const auto settings = config::readConfigText(text, "/x/.assay.yaml", verb);
    if (!settings && !refusalHolds(settings.error())) return false;
  }
  return true;
}

/// The text as a configuration, and its policies, or the text as policies alone.
inline bool policiesHold(const std::string& text) {
  if (!configurationHolds(text)) return false;
  const auto root = document::parseYaml(text, "/x/.assay.yaml");
  if (!root) return !root.error().message.empty();
  const document::Value* policies = root->find("policies");
  const auto written = config::readPolicies(policies != nullptr ? *policies : *root, "/x/.assay.yaml");
  if (!written) return refusalHolds(written.error());
  const auto rules = policy::readRules(*written);
  return rules ? findingsHold(*rules) : refusalHolds(rules.error());
}

}  // namespace assay::fuzz
