// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The body of a tag, over as many comment lines as belong to it -> segments: keyed or positional, quoted or
// bare. What they mean is decided in fields.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "source/source_text.h"
#include "source/span.h"
#include "support/diagnostics.h"
#include "tag/keys.h"
#include "tag/runs.h"

namespace assay::tag {

struct Segment {
  std::optional<Key> key;
  source::Span keySpan;
  source::Span span;  ///< of the value with its quotes, in the file
  std::string value;  ///< decoded and trimmed
  bool isQuoted = false;
  bool parenthesis = false;   ///< the group right behind the head: "(Claude)"; `value` is its inside
  bool continuation = false;  ///< opens a further comment line without a separator before it
  std::size_t line = 0;       ///< index of the comment line it begins on
};

struct Body {
  std::vector<Segment> segments;
  std::size_t lines = 1;  ///< how many comment lines were read
  std::size_t end = 0;    ///< file offset behind the last byte that belongs to the tag
};

/// Where a body is read: `lines` begins with the head's line and ends before the next line that cannot belong
/// to the tag; `from` is the file offset where the fields begin.
struct BodyPlace {
  const source::SourceText& text;
  std::span<const Line> lines;
  std::size_t from = 0;
};

/// Reads from the head to where the tag ends. Linear in what it looks at, whatever stands there.
Body readBody(const BodyPlace& place, Diagnostics& diagnostics);

/// A text of one line as segments, without diagnostics: for the inside of parentheses and for printing.
std::vector<Segment> segmentsOf(std::string_view text);

}  // namespace assay::tag
