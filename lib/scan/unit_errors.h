// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What to say about code that does not compile: one line per unit of the build, one line in all for units
// whose flags were guessed (there a missing header is the rule), one line for flags that Clang lacks. Pure.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scan/parse_unit.h"
#include "support/diagnostics.h"

namespace assay::scan {

class UnitErrors {
 public:
  /// Takes note of a unit's errors, if there are any.
  void add(const CompileCommand& command, const std::vector<UnitDiagnostic>& diagnostics);
  /// Takes note of flags that a unit was parsed without.
  void addUnknown(const std::vector<std::string>& flags) { unknown_.insert(flags.begin(), flags.end()); }
  /// Takes note of files that a unit's flags name and that are not there.
  void addLacking(const CompileCommand& command, const std::vector<std::string>& files);
  /// Turns them into diagnostics; places are relative to `root` where they lie inside.
  void report(const std::string& root, Diagnostics& diagnostics) const;

 private:
  void reportLacking(const std::string& root, Diagnostics& diagnostics) const;

  struct FailedUnit {
    std::string file;
    UnitDiagnostic first;
    std::size_t count = 0;
  };
  std::vector<FailedUnit> built_;
  std::vector<FailedUnit> guessed_;
  std::set<std::string> unknown_;               // flags
  std::map<std::string, std::string> lacking_;  // files, and one of the units whose flags name them
};

/// `file` relative to `root` with '/', or as it is when it lies outside.
std::string pathFrom(const std::string& root, const std::string& file);

}  // namespace assay::scan
