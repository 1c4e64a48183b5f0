// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Manifest and rules -> findings. Pure: the same question gives the same answer.
#pragma once

#include <vector>

#include "policy/finding.h"
#include "policy/question.h"
#include "policy/rules.h"

namespace assay::policy {

/// Everything that is found, one finding per entry and policy, in no order that means something. The findings
/// point into the question's manifest.
std::vector<Finding> findAll(const Question& question, const RuleSet& rules);

/// For a reader: findings about a tag that stands for many functions become one, and all are ordered by file,
/// line and policy.
std::vector<Finding> arranged(std::vector<Finding> findings);

}  // namespace assay::policy
