// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The verbs and their options as data, for what describes the command line rather than runs it.
#pragma once

#include "emit/cli/command_line.h"

namespace assay::tool {

/// All verbs, in the order of the table.
emit::cli::Program commandLine();

}  // namespace assay::tool
