// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/error_policy.h"

#include <string_view>

#include "scan/ignore_rules.h"

namespace assay::scan {
namespace {

struct Policy {
  IgnoreRules files;
  std::string_view words;
};

bool matches(const IgnoreRules& rules, std::string_view path) {
  if (rules.decide(path, false).value_or(false)) return true;
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1))
    if (rules.decide(path.substr(0, end), true).value_or(false)) return true;
  return false;
}

void applyPolicies(const std::vector<Policy>& policies, std::vector<model::AnnotatedFunction>& entries) {
  for (model::AnnotatedFunction& entry : entries)
    for (const Policy& policy : policies)
      if (entry.bodyBegin.known() && matches(policy.files, entry.file)) entry.errorPolicy = policy.words;
}

}  // namespace

void applyErrorPolicies(const std::vector<ErrorPolicy>& policies, model::Fragment& part) {
  std::vector<Policy> compiled(policies.size());
  for (std::size_t i = 0; i < policies.size(); ++i) {
    compiled[i].files.addLine(policies[i].files);
    compiled[i].words = policies[i].words;
  }
  applyPolicies(compiled, part.entries);
  applyPolicies(compiled, part.definitions);
}

}  // namespace assay::scan
