// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Foreign text in a table that a spreadsheet opens. Spreadsheets run what begins like a formula, and a prompt
// is whatever somebody wrote into a comment.
#pragma once

#include <string>
#include <string_view>

namespace assay::emit::report {

/// The text in quotes (RFC 4180). Line breaks stay, as "\n"; control characters are made visible. What a
/// spreadsheet would take for a formula, at the start of the cell or of one of its lines, gets an apostrophe
/// in front, which spreadsheets take for "this is text".
std::string csvCell(std::string_view text);

}  // namespace assay::emit::report
