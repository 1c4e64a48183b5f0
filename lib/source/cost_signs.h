// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What in a function's text often costs time or memory as inputs grow: for who has to choose, before anything
// was measured, which functions to watch first. Signs, not findings: without a compiler nobody knows what a
// name means, how long a loop is, or what is inlined.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace assay::source {

enum class CostSign : std::uint8_t {
  NestedLoops,       ///< a loop in a loop; `depth` says how many
  Recursion,         ///< a call by the function's own name
  SearchInLoop,      ///< find, count, search, strstr …: linear, but for those of sets and maps
  EraseInLoop,       ///< erase, remove: the rest is moved each time
  AllocationInLoop,  ///< new, malloc, make_unique …
  TextInLoop,        ///< to_string, substr, format, a stream …: text made anew each time
  OutsideInput,      ///< reads what other people or programs wrote: read, recv, getenv, cin, argv …
  OneCaller,         ///< generic, and one place alone calls it: costSigns() does not know this one
  AfterLast          ///< not a sign
};

struct CostSignSeen {
  CostSign sign = CostSign::NestedLoops;
  unsigned line = 0;   ///< 1-based, of the text; where it is first seen, of loops where they are deepest
  unsigned depth = 1;  ///< of loops around and with it

  auto operator<=>(const CostSignSeen&) const = default;
};

/// The depth of a sign that is as shallow as it can be: 2 of loops in each other, 0 of what needs no loop.
unsigned leastDepth(CostSign sign);

/// Each sign at most once, in the order of CostSign. `body` is from the opening brace to behind the closing
/// one, `name` the function's own, qualified or not. In a loop is what a loop's head does again and again,
/// too: its condition and its step. Macros are not looked into. Linear in the size of the body, but for
/// counting the lines before it.
std::vector<CostSignSeen> costSigns(std::string_view text, Span body, std::string_view name);

/// The line of the one call by this name outside of the function itself (`extent`). Nothing where there is
/// none, there are more, or the name is used in another way, or in a macro: who calls it is not known then.
std::optional<unsigned> onlyCall(std::string_view text, Span extent, std::string_view name);

}  // namespace assay::source
