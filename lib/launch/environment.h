// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a compiler comes to read the guarded text in place of a file, without a change to its arguments: what
// it is told in the environment goes through ccache, distcc and scripts, and is not sent to other machines.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "launch/index.h"

namespace assay::launch {

/// Which way in a compiler takes.
enum class CompilerFamily {
  Gcc,      ///< loads libassay_redirect.so
  Clang,    ///< takes -ivfsoverlay
  Unknown,  ///< is offered both
};

/// By the name that the program has in the end, behind links: `c++` -> x86_64-linux-gnu-g++-12. `words` may
/// begin with launchers.
CompilerFamily familyOf(const std::vector<std::string>& words);

/// getenv().
using Lookup = std::function<std::optional<std::string>(const std::string&)>;

struct Redirection {
  std::filesystem::path index;    ///< what GCC's library reads
  std::filesystem::path overlay;  ///< what Clang reads
  std::string runtimeInclude;
  CompilerFamily family = CompilerFamily::Unknown;
  std::filesystem::path seen;  ///< the library makes this file when the first file was redirected
};

/// The variables to set, joined with what they hold already.
std::map<std::string, std::string> environmentFor(const Redirection& redirection, const Lookup& present);
/// Blanks in the overlay's path cannot be said in the environment: then Clang gets these words at the end.
std::vector<std::string> moreWordsFor(const Redirection& redirection);

}  // namespace assay::launch
