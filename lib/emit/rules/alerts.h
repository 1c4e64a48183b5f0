// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The alerting rules: what of the recorded series somebody is told.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emit/rules/alert_table.h"
#include "emit/rules/rules.h"

namespace assay::emit::rules {

struct Alert {
  const AlertRow* row = nullptr;
  std::string severity;
  std::string expression;
  std::vector<std::pair<std::string, std::string>> annotations;  ///< templates
};

/// In the table's order; those that are off, and limits that no function has, are left out.
std::vector<Alert> alertsOf(const Request& request);

inline constexpr const char* kNotGiven = "not given";

/// Templates in annotations: a label, a label that may be missing, and what they ask Prometheus for.
std::string labelText(std::string_view label);
std::string orNotGiven(std::string_view label);
std::string sizeGrowthText();
std::string sameMixText();
std::string beforeText();
std::string gatheredText();
std::string gatheredSizesText(const Windows& windows);
std::string keptText(const Windows& windows);
std::string lineText();

}  // namespace assay::emit::rules
