// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What was there already: the findings of an earlier manifest, looked at with today's rules.
#pragma once

#include <cstddef>
#include <vector>

#include "policy/finding.h"

namespace assay::policy {

/// Takes out of `findings` those that `before` has too, by policy and id; as often as it has them. Gives
/// their number.
std::size_t dropKnown(const std::vector<Finding>& before, std::vector<Finding>& findings);

}  // namespace assay::policy
