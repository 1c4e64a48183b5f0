// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/baseline.h"

#include <map>
#include <utility>

namespace assay::policy {

std::size_t dropKnown(const std::vector<Finding>& before, std::vector<Finding>& findings) {
  std::map<std::pair<Policy, std::uint64_t>, std::size_t> known;
  for (const Finding& finding : before) ++known[{finding.policy, finding.id}];
  return std::erase_if(findings, [&](const Finding& finding) {
    const auto found = known.find({finding.policy, finding.id});
    if (found == known.end() || found->second == 0) return false;
    --found->second;
    return true;
  });
}

}  // namespace assay::policy
