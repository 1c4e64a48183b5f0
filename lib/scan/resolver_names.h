// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that a file names in attributes `ifunc`. The loader calls them before it has relocated the
// program, so that nothing in them may call the runtime. Read off the tokens, as signal_names.h does.
#pragma once

#include <string_view>
#include <vector>

#include "scan/tokens.h"

namespace assay::scan {

/// Their names as the linker knows them: in C++ mostly mangled. Valid as long as the stream's text.
std::vector<std::string_view> ifuncResolvers(const TokenStream& tokens);

/// Whether one of these is, or may be, a function of this name: a mangled name holds it behind its length.
bool isResolver(std::string_view name, const std::vector<std::string_view>& resolvers);

}  // namespace assay::scan
