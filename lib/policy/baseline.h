// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What was there already: the findings of an earlier manifest, looked at with today's rules.
#pragma once

#include <cstddef>
#include <vector>

#include "model/manifest.h"
#include "policy/finding.h"

namespace assay::policy {

/// Takes out of `findings` those that `before` has too, by policy and id; as often as it has them. Gives
/// their number.
std::size_t dropKnown(const std::vector<Finding>& before, std::vector<Finding>& findings);

/// Of what no manifest tells: takes out findings of `source-conflict` about functions that the earlier
/// manifest has with the same tag and the same body, and those of `malformed-tag` about tags that it has.
/// Gives their number. `now`: the manifest of the findings.
std::size_t dropUnchanged(const model::Manifest& before, const model::Manifest& now,
                          std::vector<Finding>& findings);

}  // namespace assay::policy
