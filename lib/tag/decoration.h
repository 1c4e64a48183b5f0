// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What people put around the words of a comment: stars, rules, boxes, bullets, emoji. Knows no tags.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::tag {

/// How many bytes at the start of `text` are blanks and decoration (`*`, `!`, `-`, `=`, `#`, `|`, `~`, `<`,
/// box drawing, emoji).
std::size_t leadingDecoration(std::string_view text);

/// How many bytes at the end of `text` are blanks and decoration. A group of ASCII decoration counts only
/// when a blank stands before it or nothing else is there, so that the end of "C#" or "a-" stays.
std::size_t trailingDecoration(std::string_view text);

/// `text` without both.
std::string_view undecorated(std::string_view text);

}  // namespace assay::tag
