// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which formats a verb writes, off the tables that it writes by: for shells to propose.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::tool {

/// In the order of the verb's table; empty for one without formats.
std::vector<std::string> formatsOf(std::string_view verb);

/// Those of `assay alerts`, whose table stands beside its command.
std::vector<std::string> alertFormats();

}  // namespace assay::tool
