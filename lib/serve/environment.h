// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The variables of a process, as those read them who are to be tested without.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace assay::serve {

/// The value of a variable; nothing when it is not set.
using Environment = std::function<std::optional<std::string>(const char* name)>;

}  // namespace assay::serve
