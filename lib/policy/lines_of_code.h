// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The policy on how much of a folder's code is AI code.
#pragma once

#include <vector>

#include "policy/finding.h"
#include "policy/question.h"

namespace assay::policy {

/// Folders in which the share is above what their rule allows. A folder's lines are those of functions in its
/// own files; the files of one folder that fall under different rules are looked at apart.
std::vector<Finding> findTooManyAiLines(const Question& question, const RuleSet& rules);

}  // namespace assay::policy
