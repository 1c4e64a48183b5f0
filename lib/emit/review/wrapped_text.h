// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lines that fit into a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::emit::review {

/// The line in pieces of at most `columns` columns, parted at blanks; what is longer than a line is parted
/// where it is full. What follows the first piece stands two columns farther in than the line itself. 0
/// columns: as it is.
std::vector<std::string> wrapped(std::string_view line, std::size_t columns);

}  // namespace assay::emit::review
