// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a tag above a declaration can point at: exactly one of the three.
#pragma once

#include <string_view>

#include "scan/placement.h"

namespace assay::scan {

inline constexpr std::string_view kPreprocessorLine = "a preprocessor line";

struct Placer::Target {
  source::Span extent;
  int rank = 0;  ///< several things may begin at one place (a macro makes a class and its functions): the
                 ///< lowest wins
  const FoundFunction* function = nullptr;
  const FoundScope* scope = nullptr;
  const FoundOther* other = nullptr;

  [[nodiscard]] bool found() const { return function != nullptr || scope != nullptr || other != nullptr; }
};

}  // namespace assay::scan
