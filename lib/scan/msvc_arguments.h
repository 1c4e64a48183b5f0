// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The command line of Microsoft's compiler, or of clang-cl, in the spelling of GCC and Clang. The result is
// parsed for this machine, not for Windows: without Microsoft's headers nothing else would find <vector>.
// Pure but for looking whether a word that begins with a slash is a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::scan {

/// A foreign command line in Clang's words.
struct Translation {
  std::string compiler;                ///< what to call the driver
  std::vector<std::string> arguments;  ///< without the compiler; may still name inputs
  std::vector<std::string> unknown;    ///< what was not understood, as it was written
};

/// True for "cl.exe", "clang-cl-22" and the like.
bool isMicrosoftStyle(std::string_view compiler);

Translation fromMicrosoft(const std::vector<std::string>& commandLine);

}  // namespace assay::scan
