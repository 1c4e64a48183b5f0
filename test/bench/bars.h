// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Collects what Google Benchmark measured and holds ratios and differences of medians against bars.
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>

namespace assay::bench {

/// The usual console output, and the medians by name (CPU nanoseconds per iteration).
class Medians : public benchmark::ConsoleReporter {
 public:
  Medians();
  void ReportRuns(const std::vector<Run>& runs) override;
  /// Not measured: NaN, which no bar lets pass.
  [[nodiscard]] double of(const std::string& name) const;

 private:
  std::map<std::string, double> medians_;
};

/// Prints one bar; true when the value is not above the limit.
bool bar(const std::string& name, double value, const std::string& unit, double limit);

}  // namespace assay::bench
