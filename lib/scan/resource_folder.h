// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where Clang's builtin headers (stddef.h and the like) are on this machine. Without them hardly anything
// parses.
#pragma once

#include <string>

#include "support/expected.h"

namespace assay::scan {

/// `asked` when it is not empty; else where they were at build time; else beside this program; else those of
/// an installed Clang, the same version first. Fails (Usage for `asked`, Input otherwise), with the package
/// to install.
Expected<std::string> findResourceFolder(const std::string& asked);

}  // namespace assay::scan
