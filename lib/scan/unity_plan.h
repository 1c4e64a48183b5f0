// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which targets may be parsed together: those with the same flags, in units of a bearable size. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "scan/scan_target.h"

namespace assay::scan {

/// Targets of one unit, in the order in which they stand in it: headers first.
using UnityGroup = std::vector<std::size_t>;

/// Whether a target can stand in a unit with others: it shows nothing but its own file.
bool suitsUnity(const Target& target, const std::string& viewed);

/// `targets[i]` for the i of `candidates` by flags and language, each group in parts of at most `most`.
/// Groups of one are left out.
std::vector<UnityGroup> planUnity(const std::vector<Target>& targets,
                                  const std::vector<std::size_t>& candidates, std::size_t most);

/// The command of a unit that holds files with this command: that of a header without the language it was
/// given.
CompileCommand unityCommand(const CompileCommand& command);

}  // namespace assay::scan
