// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The shape of `policies` in .assay.yaml: names, and under each a severity, a map of keys, or a list of those
// for several rules. What the names and keys mean belongs to the policy room.
#pragma once

#include <string>
#include <vector>

#include "config/settings.h"
#include "document/value.h"

namespace assay::config {

/// `file` is for messages. A rule that is a single word has the one key `severity`. Fails (Usage) with the
/// place on any other shape.
Expected<std::vector<PolicyRule>> readPolicies(const document::Value& value, const std::string& file);

}  // namespace assay::config
