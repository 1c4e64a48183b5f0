// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For the translators of arguments: their tables say how an option begins, its value follows in the same
// word.
#pragma once

#include <algorithm>
#include <string_view>

namespace assay::scan {

inline bool beginsWithAny(std::string_view text, const auto& beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](std::string_view beginning) { return text.starts_with(beginning); });
}

}  // namespace assay::scan
