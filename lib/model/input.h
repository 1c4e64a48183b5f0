// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a guard can say of a call's input, as text that goes into it. Found by the scan, chosen by the tag or
// by rule, used by instrument.
#pragma once

#include <compare>
#include <string>

namespace assay::model {

struct Input {
  std::string of;  ///< the parameter; of a pointer with its length the pointer
  std::string
      size;  ///< empty = nothing; else an integer expression: "items.size()", "length", "last - first"
  std::string when;       ///< a parameter that must not be null for it; empty = it may always be evaluated
  std::string type = {};  ///< "shape.index()", "typeid(*shape)", "template arguments"; empty = nothing

  auto operator<=>(const Input&) const = default;
};

/// Whether it counts only where a tag asks for it (`size: n`): a number alone may mean anything.
inline bool isOnRequest(const Input& input) {
  return !input.size.empty() && input.size == input.of;
}

}  // namespace assay::model
