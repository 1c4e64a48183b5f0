// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/error_policy.h"

#include <string_view>

#include "source/path_rules.h"

namespace assay::scan {
namespace {

struct Policy {
  source::PathRules files;
  std::string_view words;
};

void applyPolicies(const std::vector<Policy>& policies, std::vector<model::AnnotatedFunction>& entries) {
  for (model::AnnotatedFunction& entry : entries)
    for (const Policy& policy : policies)
      if (entry.bodyBegin.known() && policy.files.covers(entry.file)) entry.errorPolicy = policy.words;
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
