// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is at the other end of stdout and stderr. NO_COLOR (no-color.org) and TERM=dumb are honoured.
#pragma once

#include <cstddef>

namespace assay::tool {

bool isTerminal(int descriptor);
bool wantsColour(int descriptor);
/// A terminal on which a line can be cleared and written again.
bool canRewriteLines(int descriptor);
/// Columns of the terminal behind `descriptor`, else $COLUMNS, else 80. At least 40.
std::size_t terminalColumns(int descriptor);

}  // namespace assay::tool
