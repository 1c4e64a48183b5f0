// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names that a file hands to signal() or sigaction(). Read off the tokens, because the bodies that do it are
// mostly not parsed.
#pragma once

#include <set>
#include <string_view>

#include "scan/tokens.h"

namespace assay::scan {

/// Valid as long as the stream's text.
std::set<std::string_view> signalHandlers(const TokenStream& tokens);

}  // namespace assay::scan
