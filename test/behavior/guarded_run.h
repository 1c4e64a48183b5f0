// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs one of the guarded programs with a segment folder of its own and reads what it left there.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/segment_file.h"
#include "support/temporary_folder.h"

namespace assay::test {

/// Full path of a guarded program of the flavor under test.
std::string guardedProgram(const std::string& name);

class GuardedRun {
 public:
  /// `arguments`: the program's name and what it is given. Every call is timed unless the environment says
  /// otherwise.
  explicit GuardedRun(std::vector<std::string> arguments,
                      const std::map<std::string, std::string>& environment = {});

  [[nodiscard]] const Run& result() const { return result_; }
  [[nodiscard]] std::vector<SegmentFile> segments() const { return readSegments(folder_.path()); }
  [[nodiscard]] SiteTotals site(const std::string& name) const { return total(segments(), name); }
  [[nodiscard]] std::uint64_t lostCalls() const;

 private:
  TemporaryFolder folder_;
  Run result_;
};

}  // namespace assay::test
