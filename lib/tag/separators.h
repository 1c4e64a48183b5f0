// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands between the fields of a tag.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::tag {

/// The length of the separator at `at`: ',' '|' ';', their wide forms, an em or en dash, or a hyphen (or two)
/// with a blank or an end on both sides. 0 when there is none.
std::size_t separatorAt(std::string_view line, std::size_t at);

}  // namespace assay::tag
