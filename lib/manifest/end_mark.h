// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// YAML's own mark for the end of a document is a manifest's last line: a file that was cut short between two
// entries would otherwise be a smaller, valid manifest.
#pragma once

#include <string_view>

#include "support/strings.h"

namespace assay::manifest {

inline constexpr std::string_view kEndMark = "...";

inline bool hasEndMark(std::string_view text) {
  text = trimRight(text);
  return text == kEndMark || text.ends_with("\n...");
}

}  // namespace assay::manifest
