// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands between a tag and the declaration below it, and whether the tag still means that declaration.
// Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scan/tokens.h"
#include "source/source_text.h"
#include "source/span.h"

namespace assay::scan {

enum class Gap {
  Open,  ///< blanks, comments, attributes, macros, template headers, extern "C", #if lines: the tag means it
  TooFar,       ///< two blank lines one after another
  ScopeEnds,    ///< a closing brace
  Interrupted,  ///< other code or a directive that is a thing of its own; `what` says which
  Inactive,     ///< a whole #if group that is skipped: the tag means something in there
};

struct GapReading {
  Gap gap = Gap::Open;
  std::string what;
};

/// The text in `between`; `inactive` are the file's skipped ranges.
GapReading readGap(const source::SourceText& text, const TokenStream& tokens, source::Span between,
                   const std::vector<source::Span>& inactive);

}  // namespace assay::scan
