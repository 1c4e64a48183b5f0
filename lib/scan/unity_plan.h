// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which targets may be parsed together: those with the same flags, in units of a bearable size. Pure.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "scan/scan_target.h"

namespace assay::scan {

/// Targets of one unit, in the order in which they stand in it: headers, then units, then headers that no
/// unit needs.
using UnityGroup = std::vector<std::size_t>;

/// Whether a target can stand in a unit with others: it shows nothing but its own file.
bool suitsUnity(const Target& target, const std::string& viewed);

/// How large a unit may be. Every part reads the shared headers again: dividing pays only where the parts are
/// parsed side by side.
struct UnityLimits {
  std::size_t most = 800;        ///< files in one unit; memory grows with them
  std::size_t worthAPart = 150;  ///< files of which half a unit is no shorter than the headers take
  unsigned jobs = 1;             ///< units that are parsed at the same time
};

/// `targets[i]` for the i of `candidates` by flags and language, each group in parts that take about equally
/// long. Groups of one are left out. Those of `apart` clashed with what headers of others declare, and are
/// kept from them.
std::vector<UnityGroup> planUnity(const std::vector<Target>& targets,
                                  const std::vector<std::size_t>& candidates, UnityLimits limits,
                                  const std::set<std::size_t>& apart = {});

/// The command of a unit that holds files with this command: that of a header without the language it was
/// given.
CompileCommand unityCommand(const CompileCommand& command);

}  // namespace assay::scan
