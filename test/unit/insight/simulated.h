// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Simulated production as this room's windows.
#pragma once

#include <vector>

#include "insight/window.h"
#include "support/simulated_production.h"

namespace assay::insight {

using test::Production;

class Simulation {
 public:
  explicit Simulation(std::uint64_t seed) : simulation_(seed) {}

  std::vector<Window> run(const Production& production) {
    std::vector<Window> windows;
    for (int i = 0; i < production.windows; ++i) windows.push_back(windowOf(simulation_.window(production)));
    return windows;
  }

 private:
  test::Simulation simulation_;
};

}  // namespace assay::insight
