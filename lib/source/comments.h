// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Finds the comments of a C or C++ file without a compiler: knows strings, character literals, raw strings,
// line continuations and CR LF, and deliberately nothing about macros or which #if branch is active.
#pragma once

#include <string_view>
#include <vector>

#include "source/span.h"

namespace assay::source {

enum class CommentStyle { Line, Block };

struct Comment {
  Span span;  ///< with its delimiters; a line comment without its line break (but across continuations)
  CommentStyle style = CommentStyle::Line;
  bool startsLine = false;  ///< nothing but blanks before it on its line
  bool endsLine = false;    ///< nothing but blanks after it on its last line
  bool terminated = true;   ///< false: a block comment that runs into the end of the file

  bool operator==(const Comment&) const = default;
};

/// All comments in order of offset. Never fails: an unterminated literal ends at its line, an unterminated
/// raw string at the end of the text, as compilers recover. A byte order mark counts as nothing. Linear in
/// the size of the text.
std::vector<Comment> findComments(std::string_view text);

/// Where nothing is code: comments, strings and character literals, in order of offset. As findComments().
std::vector<Span> findCommentsAndLiterals(std::string_view text);

/// Whether one of the spans, which are in order and apart, contains the offset. Logarithmic.
bool isWithin(const std::vector<Span>& spans, std::size_t offset);

}  // namespace assay::source
