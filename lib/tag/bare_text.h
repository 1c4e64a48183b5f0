// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a text without a key looks like: a list of tools, a tool with something behind it, the name of a model
// nobody knows.
#pragma once

#include <string_view>

namespace assay::tag {

/// "by Claude" -> "Claude", "generated on" -> "": without the word that connects it to the head.
std::string_view withoutConnecting(std::string_view value);

/// "GitHub Copilot:claude-sonnet-4.6"
bool standsBehindTool(std::string_view value);

/// "GitHub Copilot / ChatGPT": two or more tools.
bool isToolList(std::string_view value);

/// One word that is no state of the code ("untested"), or up to three with a figure among them.
bool looksLikeModelName(std::string_view value);

}  // namespace assay::tag
