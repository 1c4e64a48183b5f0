// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a tag goes beside a comment, and what the line looks like there: in the comment's own style, on a
// line of its own, so that no line of the user's is changed. Knows comments, deliberately nothing about
// declarations.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "source/comments.h"
#include "source/edit.h"
#include "source/source_text.h"
#include "source/span.h"
#include "support/expected.h"

namespace assay::annotate {

/// A comment of a text, and the part of one of its lines that speaks of AI.
struct SpokenOf {
  const source::SourceText& text;
  const source::Comment& comment;
  source::Span words;
};

/// A whole new line.
struct TagLine {
  source::Edit edit;        ///< inserts it
  unsigned beforeLine = 0;  ///< of the text as it is
};

/// The line for `tag` (a canonical comment, "// AI-generated: ChatGPT"): right below the words, inside a
/// block comment of several lines, else above the code that the comment stands behind. Fails (Input) where a
/// line of its own would change what the code means, between lines that a backslash joins, and at the end of
/// the file.
Expected<TagLine> tagLineFor(const SpokenOf& where, std::string_view tag);

/// The line for `tag` above a line of code; a block comment in a `.c` file, for C89. Fails likewise.
Expected<TagLine> tagLineAbove(const source::SourceText& text, unsigned line, std::string_view tag);

}  // namespace assay::annotate
