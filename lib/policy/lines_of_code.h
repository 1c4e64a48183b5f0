// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The policy on how much of a folder's code is AI code.
#pragma once

#include <cstddef>
#include <vector>

#include "policy/finding.h"
#include "policy/question.h"

namespace assay::policy {

/// Folders in which the share is above what their rule allows. A folder's lines are those of functions in its
/// own files; the files of one folder that fall under different rules are looked at apart.
std::vector<Finding> findTooManyAiLines(const Question& question, const RuleSet& rules);

/// Takes out those about folders that have no more lines of AI code than in an earlier manifest: nobody
/// brought any. Gives their number. What the earlier share was no manifest tells, which has the tagged
/// functions alone.
std::size_t dropFoldersWithoutMore(const model::Manifest& before, const Question& now, const RuleSet& rules,
                                   std::vector<Finding>& findings);

}  // namespace assay::policy
