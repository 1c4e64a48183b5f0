// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "guarded_run.h"

#include <cstdlib>
#include <stdexcept>

namespace assay::test {

std::string guardedProgram(const std::string& name) {
  const char* folder = std::getenv("ASSAY_GUARDED_PROGRAMS");
  if (folder == nullptr) throw std::runtime_error("ASSAY_GUARDED_PROGRAMS is not set: run this by ctest");
  return std::string(folder) + "/" + name;
}

GuardedRun::GuardedRun(std::vector<std::string> arguments,
                       const std::map<std::string, std::string>& environment) {
  arguments[0] = guardedProgram(arguments[0]);
  Command command{.arguments = std::move(arguments), .environment = environment};
  command.environment.try_emplace("ASSAY_DIR", folder_.path().string());
  command.environment.try_emplace("ASSAY_BUDGET", "off");
  result_ = run(command);
}

std::uint64_t GuardedRun::lostCalls() const {
  std::uint64_t lost = 0;
  for (const SegmentFile& segment : segments()) lost += segment.lostCalls;
  return lost;
}

}  // namespace assay::test
