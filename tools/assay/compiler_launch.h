// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay cc [--index FILE] -- COMPILER …`, or `assay-cc COMPILER …`: the one verb whose arguments are
// somebody else's, and that is run once for each file of a build. So it is recognised, and done, before
// anything else of the program begins.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assay::tool {

/// The program that does nothing else: it starts in a fraction of the time, and its name is all that there is
/// to say.
inline constexpr const char* kLauncherName = "assay-cc";

struct CompilerWords {
  std::filesystem::path index;     ///< of --index, else of $ASSAY_INDEX; empty = none
  std::vector<std::string> words;  ///< what stands behind `--`
};

/// Nothing when the arguments are no such call.
std::optional<CompilerWords> compilerWords(int argc, const char* const* argv);

/// Runs the compiler; its exit code, or 2 when there is none of that name. Ends by the signal that ended it.
int launch(const CompilerWords& call);

}  // namespace assay::tool
