// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a tag says of a function that runs in the shadow of another one (`experiment: shadow`). Plain data.
#pragma once

#include <compare>
#include <string>

namespace assay::scan {

struct AskedShadow {
  std::string replaces;  ///< as the tag has it
  std::string compare;   ///< the same; empty = operator==
  bool stated = false;   ///< the tag says that there are no side effects

  auto operator<=>(const AskedShadow&) const = default;
};

}  // namespace assay::scan
