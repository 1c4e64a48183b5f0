// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Counters that go down look like a restart to whoever scrapes them, and a restart makes all that was counted
// count again. Reading running processes gives numbers that may be one call short of what was read before.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "export/metric_family.h"

namespace assay::exporting {

/// Not thread-safe. Remembers every series that it has seen.
class HighWater {
 public:
  /// Raises the values of counters and histograms to the largest they have ever had.
  void raise(std::vector<MetricFamily>& families);

 private:
  std::map<std::pair<std::string, Labels>, Sample> seen_;
};

}  // namespace assay::exporting
