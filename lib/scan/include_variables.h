// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The variables of the process's environment that Clang takes include folders from. What is kept of a scan
// holds for their values only.
#pragma once

#include <cstdlib>
#include <string>

namespace assay::scan {

inline std::string includeVariables() {
  std::string values;
  for (const char* name : {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH"}) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody here sets any
    values.append(name).append("=").append(value != nullptr ? value : "").append("\n");
  }
  return values;
}

}  // namespace assay::scan
