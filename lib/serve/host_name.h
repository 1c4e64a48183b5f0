// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What this machine is called.
#pragma once

#include <string>

namespace assay::serve {

/// As gethostname() says; "unknown" where it does not.
std::string hostName();

}  // namespace assay::serve
