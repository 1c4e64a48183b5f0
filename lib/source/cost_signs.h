// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What in a function's text often costs time or memory as inputs grow: for who has to choose, before anything
// was measured, which functions to watch first. Signs, not findings: without a compiler nobody knows what a
// name means, how long a loop is, or what is inlined.
#pragma once

#include <string_view>
#include <vector>

#include "source/span.h"

namespace assay::source {

enum class CostSign {
  NestedLoops,       ///< a loop in a loop; `depth` says how many
  Recursion,         ///< a call by the function's own name
  SearchInLoop,      ///< find, count, search, strstr …: linear, but for those of sets and maps
  EraseInLoop,       ///< erase, remove: the rest is moved each time
  AllocationInLoop,  ///< new, malloc, make_unique …
  TextInLoop,        ///< to_string, substr, format, a stream …: text made anew each time
};

struct CostSignSeen {
  CostSign sign = CostSign::NestedLoops;
  unsigned line = 0;   ///< 1-based, of the text; where it is first seen, of loops where they are deepest
  unsigned depth = 1;  ///< of loops around and with it

  bool operator==(const CostSignSeen&) const = default;
};

/// Each sign at most once, in the order of CostSign. `body` is from the opening brace to behind the closing
/// one, `name` the function's own, unqualified. In a loop is what a loop's head does again and again, too:
/// its condition and its step. Macros are not looked into. Linear in the size of the body, but for finding
/// comments in the text.
std::vector<CostSignSeen> costSigns(std::string_view text, Span body, std::string_view name);

}  // namespace assay::source
