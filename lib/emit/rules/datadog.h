// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The alerts as monitors for Datadog, over what `assay serve --dogstatsd` sends. Datadog's queries have no
// square root and no second condition, so that chance is not taken off; docs/reference/alerts.md says what is
// left out.
#pragma once

#include <string>
#include <vector>

#include "emit/rules/rules.h"

namespace assay::emit::rules {

struct Monitor {
  std::string alert;     ///< a word of the options
  std::string key;       ///< the same, with the function's id behind it for a limit of its own
  std::string name;      ///< Datadog's templates stand in name and message
  std::string severity;  ///< as of the alert
  std::string query;     ///< ends in the threshold
  std::string message;
  double threshold = 0;
  bool missingIsNews = false;  ///< told when no data comes any more
};

/// In the table's order, without those that are off and those that Datadog is not sent enough for. Limits of
/// single functions are a monitor each.
std::vector<Monitor> monitorsOf(const Request& request);

/// A list of what `POST /api/v1/monitor` takes. Same request, same bytes.
std::string writeDatadogMonitors(const Request& request);

/// The same as resources `datadog_monitor` in Terraform's JSON: a file that ends in .tf.json.
std::string writeDatadogTerraform(const Request& request);

}  // namespace assay::emit::rules
