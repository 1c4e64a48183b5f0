// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the unified diffs of several rooms are made of: lines with their breaks, and how one is printed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::source {

/// Lines that a hunk shows before and after a change.
inline constexpr std::size_t kDiffContext = 3;

/// With their line breaks; the last one may have none. They live as long as the text.
std::vector<std::string_view> linesWithBreaks(std::string_view text);

/// A line of a hunk: `mark` is ' ', '+' or '-'. A line without a break is followed by what `patch` wants to
/// read.
std::string diffLine(char mark, std::string_view line);

/// The two lines that name the file, any name, as `git apply` and `patch -p1` read them.
std::string diffHead(const std::string& file);

/// What `diff -u` would print of one change, however many lines it adds or takes: all between the first and
/// the last line that differ is one hunk. Empty when the texts are equal.
std::string oneHunkDiff(const std::string& file, std::string_view before, std::string_view after);

}  // namespace assay::source
