// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a Prometheus, or what speaks like one, answers to a question: JSON -> series.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/expected.h"

namespace assay::serve {

/// Foreign text all of it. Values by time, in seconds since 1970; those that are no number are left out.
struct ServerSeries {
  std::map<std::string, std::string> labels = {};
  std::vector<std::pair<double, double>> values = {};

  /// Empty where it has no such label.
  [[nodiscard]] std::string label(std::string_view name) const;
};

/// The body of an answer of /api/v1/query and query_range. Fails (Input) with the server's own words where it
/// refused, and on anything that is no such answer. `server`: for messages.
Expected<std::vector<ServerSeries>> seriesIn(std::string_view body, const std::string& server);

/// Likewise of /api/v1/label/NAME/values.
Expected<std::vector<std::string>> namesIn(std::string_view body, const std::string& server);

}  // namespace assay::serve
