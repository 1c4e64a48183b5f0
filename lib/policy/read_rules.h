// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `policies` of .assay.yaml -> rules.
#pragma once

#include <vector>

#include "config/settings.h"
#include "policy/rules.h"
#include "support/expected.h"

namespace assay::policy {

/// The rules that hold by default, and behind them those of the configuration. Fails (Usage) with the place
/// on a policy or key that is not known, with the nearest that is; on a value that is none; and where a
/// policy lacks what it needs.
Expected<RuleSet> readRules(const std::vector<config::PolicyRule>& written);

/// "error", "warning", "note"; nothing for another word.
std::optional<Severity> severityOf(std::string_view word);

}  // namespace assay::policy
