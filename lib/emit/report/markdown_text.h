// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Foreign text in Markdown. Prompts and names are whatever somebody wrote into a comment: they may hold
// links, HTML, images and table borders, and none of that may take effect in a report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay::emit::report {

/// The text as a code span, in which nothing but the closing backticks means anything; `|` is escaped for
/// tables. At most `width` columns are shown. Empty text stays empty.
std::string codeSpan(std::string_view text, std::size_t width);

}  // namespace assay::emit::report
