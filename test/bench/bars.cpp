// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bars.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace assay::bench {

Medians::Medians() : ConsoleReporter(isatty(1) != 0 ? OO_ColorTabular : OO_Tabular) {}

void Medians::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    if (run.aggregate_name == "median") medians_[run.run_name.str()] = run.GetAdjustedCPUTime();
  }
}

double Medians::of(const std::string& name) const {
  const auto found = medians_.find(name);
  return found == medians_.end() ? std::nan("") : found->second;
}

bool bar(const std::string& name, double value, const std::string& unit, double limit) {
  const bool reached = value <= limit;
  std::printf("bar %s %.3f %s %.3f %s\n", name.c_str(), value, unit.c_str(), limit, reached ? "ok" : "short");
  return reached;
}

}  // namespace assay::bench
