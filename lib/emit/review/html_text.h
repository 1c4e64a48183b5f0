// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Foreign text in a page.
#pragma once

#include <string>
#include <string_view>

namespace assay::emit::review {

/// For an element, or an attribute in double quotes: nothing in the text is markup, and what a terminal must
/// not see is visible.
std::string htmlText(std::string_view text);

}  // namespace assay::emit::review
