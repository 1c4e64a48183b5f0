// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// JSON for what is a record a line, or a text in another document.
#pragma once

#include <string>

#include "document/value.h"

namespace assay::document {

/// As writeJson, on one line, which no line break ends; strings hold none either.
std::string writeJsonLine(const Value& value);

}  // namespace assay::document
