// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A change of a text as plain data, and its application. Everything assay does to a user's file goes through
// here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"
#include "support/expected.h"

namespace assay::source {

/// Replaces the bytes of `range` (offsets into the original text) by `replacement`; an empty range inserts.
struct Edit {
  Span range;
  std::string replacement;

  bool operator==(const Edit&) const = default;
};

/// The text with all edits made. Edits may come in any order; several insertions at one offset keep their
/// order. Fails (Internal) when two edits overlap or one reaches past the end: nothing is applied then.
Expected<std::string> applyEdits(std::string_view text, std::vector<Edit> edits);

}  // namespace assay::source
