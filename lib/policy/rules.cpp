// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/rules.h"

#include <algorithm>
#include <iterator>

#include "policy/policy_table.h"

namespace assay::policy {

std::span<const PolicyRow> policyRows() {
  return kPolicies;
}

const PolicyRow& rowOf(Policy policy) {
  return *std::ranges::find(kPolicies, policy, &PolicyRow::policy);
}

RuleSet RuleSet::byDefault() {
  RuleSet rules;
  for (const PolicyRow& row : kPolicies)
    if (row.byDefault) rules.add(Rule{.policy = row.policy, .severity = row.severity});
  return rules;
}

const Rule* RuleSet::find(Policy policy, std::string_view file) const {
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule)
    if (rule->policy == policy && rule->covers(file)) return rule->severity ? &*rule : nullptr;
  return nullptr;
}

bool RuleSet::isOn(Policy policy) const {
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->policy != policy) continue;
    if (rule->severity) return true;
    if (rule->paths.empty() && rule->except.empty()) return false;  // those in front count nowhere
  }
  return false;
}

}  // namespace assay::policy
