// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string_view>

namespace assay::scan {

/// Whether a text of assembly language defines what there may be only once in an object file: a label with a
/// name, or a macro. `text` is as LLVM has it, in which a name that the compiler makes unique (%=) holds
/// "${:uid}". Numbers (`1:`) may be defined again and again. Says yes in doubt.
bool definesLabel(std::string_view text);

}  // namespace assay::scan
