// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Text of ours in roff, where a backslash, a dash and a dot at the start of a line mean something.
#pragma once

#include <string>
#include <string_view>

namespace assay::emit::cli {

/// Any text, so that the page shows it as it is. Lines that begin with a dot or an apostrophe are guarded.
std::string roffText(std::string_view text);
/// "\fBtext\fR"
std::string roffBold(std::string_view text);
/// "\fItext\fR"
std::string roffItalic(std::string_view text);

}  // namespace assay::emit::cli
