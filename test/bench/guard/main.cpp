// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The program behind `tools/dev bench guard` (test/bench/guard/bench.py): one mode per run.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "modes.h"

namespace {

using namespace assay::bench;

struct Mode {
  std::string_view name;
  int (*run)(int count, char** arguments);
};

constexpr Mode kModes[] = {
    {"times", measureTimes},     {"instructions", countInstructions},
    {"reader", disturbByReader}, {"accuracy", compareWithTruth},
    {"cold", callCold},          {"memory", takeMemory},
    {"budget", keepToBudget},
};

/// The library reads the folder when it is loaded, before main(): it cannot be set from here.
bool hasFolder() {
  if (std::getenv("ASSAY_DIR") != nullptr) return true;
  std::fputs("set ASSAY_DIR to an empty folder: what is measured here is not the user's\n", stderr);
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  for (const Mode& mode : kModes) {
    if (count > 1 && mode.name == arguments[1]) return hasFolder() ? mode.run(count - 1, arguments + 1) : 2;
  }
  std::fputs("usage: guard_bench MODE [OPTION…], and MODE one of:", stderr);
  for (const Mode& mode : kModes) std::fprintf(stderr, " %s", std::string(mode.name).c_str());
  std::fputc('\n', stderr);
  return 2;
}
