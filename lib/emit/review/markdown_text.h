// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Foreign text in Markdown, for issues and mails: names, types and prompts are whatever somebody wrote, and
// no link, mention, image, markup or table border in them may take effect.
#pragma once

#include <string>
#include <string_view>

namespace assay::emit::review {

/// The text as a code span, in which nothing but the closing backticks means anything. Empty text stays
/// empty.
std::string codeText(std::string_view text);

/// The same in a table's cell, where `|` is escaped.
std::string cellCodeText(std::string_view text);

/// A sentence of ours that may hold foreign text: with what Markdown would read escaped, or, where that does
/// not help (mentions of people, numbers of issues, addresses), as a code span.
std::string sentenceText(std::string_view text);

}  // namespace assay::emit::review
