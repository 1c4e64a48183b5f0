// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Comments -> their lines without delimiters and decoration, grouped into runs: comments that stand together,
// with nothing but blanks and one line break between them. A tag and its continuation never leave their run.
#pragma once

#include <cstddef>
#include <vector>

#include "source/comments.h"
#include "source/source_text.h"
#include "source/span.h"

namespace assay::tag {

/// One physical line of a comment.
struct Line {
  source::Span raw;           ///< without the comment's own markers (`//`, `/*`, one leading `*`, `*/`)
  source::Span text;          ///< `raw` without decoration and blanks at both ends
  std::size_t comment = 0;    ///< index of its comment
  bool spliced = false;       ///< goes on from the line before by a backslash
  bool commentedOut = false;  ///< a comment inside the comment: `// //! …`
  bool sample = false;        ///< inside a code fence, `@code` or `<pre>`
  bool ignored = false;       ///< by `assay:ignore` or between `assay-ignore-start` and `assay-ignore-end`

  /// May a tag begin here?
  [[nodiscard]] bool mayOpenTag() const {
    return !spliced && !commentedOut && !sample && !ignored && !text.empty();
  }
};

/// Adjacent comments; `firstLine` … `endLine` index the lines.
struct Run {
  source::Span span;
  std::size_t firstLine = 0;
  std::size_t endLine = 0;
  bool trailing = false;  ///< stands behind code on its line
};

struct RunList {
  std::vector<Line> lines;
  std::vector<Run> runs;
};

/// The comments must be those of `text`, in order.
RunList groupRuns(const source::SourceText& text, const std::vector<source::Comment>& comments);

}  // namespace assay::tag
