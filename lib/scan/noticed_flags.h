// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What of a command line the preprocessor can notice: all but names of outputs, warnings, and what only
// steers how code is generated or reported. Generous: a flag that is not known here counts. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scan/compilation_database.h"

namespace assay::scan {

struct NoticedFlags {
  /// Macros, standard, target, -O, -f…, -pthread as they are written, in order; at last the language, as
  /// "-xc" or "-xc++".
  std::vector<std::string> switches;
  /// What names folders and files, absolute, in order, and all that is not known.
  std::vector<std::string> others;

  bool operator==(const NoticedFlags&) const = default;
};

NoticedFlags noticedFlagsOf(const CompileCommand& command);

/// Equal for commands that show the same code of the same text. Guessed ones differ by their language only.
std::uint64_t noticedKeyOf(const CompileCommand& command);

}  // namespace assay::scan
