// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A quick count of what is in a file, from its tokens alone: the denominator of "how much of this code is
// tagged". Counted without a parser so that it costs no more than reading the file;
// docs/reference/manifest.md says how good it is.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::source {

struct Outline {
  std::size_t lines = 0;      ///< physical lines
  std::size_t functions = 0;  ///< function bodies (lambdas left out)
  std::size_t functionLines =
      0;  ///< physical lines from a function's opening brace's line to its closing brace's line

  bool operator==(const Outline&) const = default;
};

/// Both branches of every #if are counted as they stand; macro-made functions are seen when their braces are.
Outline outlineOf(std::string_view text);

}  // namespace assay::source
