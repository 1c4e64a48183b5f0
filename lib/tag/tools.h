// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Knows the names of coding tools, and what a misspelt name was meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay::tag {

/// True for the name of a coding tool, whatever its case and with blanks, '-' or '_' between its words:
/// "claude-code".
bool isToolName(std::string_view name);

/// The tool that a name of one or two wrong letters was meant to be: "GitHib Copilot" -> "GitHub Copilot".
std::optional<std::string_view> nearestTool(std::string_view name);

/// Edits (insert, delete, replace one byte) from one word to the other, ASCII case ignored; at most `limit` +
/// 1 is returned.
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace assay::tag
