// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The compilers on this machine that guarded code has to be good for: GCC and Clang, whichever are found.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/process.h"

namespace assay::test {

struct Compiler {
  std::string c;
  std::string cxx;
};

/// None in a sanitized build: the texts are held to the same bytes there, and the release build has them
/// judged.
const std::vector<Compiler>& compilers();

/// Whether compilers() has to have a judge for every text.
constexpr bool kCompilersJudge = ASSAY_COMPILERS_JUDGE;

/// Compiles one unit with warnings as errors.
Run compile(const Compiler& compiler, const std::filesystem::path& folder, const std::string& unit,
            const std::vector<std::string>& flags);
/// Links the objects of the units with assay's runtime.
Run link(const Compiler& compiler, const std::filesystem::path& folder, const std::vector<std::string>& units,
         const std::string& program);

}  // namespace assay::test
