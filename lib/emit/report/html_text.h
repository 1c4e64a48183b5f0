// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Foreign text in HTML: prompts and names are whatever somebody wrote into a comment, and none of it may be
// markup.
#pragma once

#include <string>
#include <string_view>

namespace assay::emit::report {

/// The text for an element or for an attribute in quotes. Line breaks stay; control and bidirectional
/// characters, and bytes that are not UTF-8, are made visible.
std::string htmlText(std::string_view text);

}  // namespace assay::emit::report
