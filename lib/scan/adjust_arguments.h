// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A build's command line -> one that this program's Clang can parse the same file with, without writing
// anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scan/compilation_database.h"

namespace assay::scan {

enum class ParsePurpose {
  Collect,   ///< declarations only: no warnings
  Diagnose,  ///< what the user's compiler would say: the command's own warnings stay on
};

/// Keeps what changes the meaning of the code (macros, include folders, standard, target, warnings). Leaves
/// out inputs, outputs, dependency files, -Werror, precompiled headers, modules, plugins, and flags that
/// Clang does not know (GCC's). The words of cl.exe, clang-cl and nvcc are translated; a standard or
/// processor newer than this Clang is replaced by the newest it knows, or left out. Adds the target that the
/// compiler's name tells (arm-linux-gnueabihf-g++). The main file is not in the result.
std::vector<std::string> adjustArguments(const CompileCommand& command, ParsePurpose purpose);

/// What adjustArguments() leaves out because Clang has no word for it, as it was written: outputs, warnings
/// and other options without meaning for a parse are not in it.
std::vector<std::string> unknownArguments(const CompileCommand& command);

/// "arm-linux-gnueabihf" of "/usr/bin/arm-linux-gnueabihf-g++-12"; empty when the name tells no target.
std::string targetOfCompiler(std::string_view compiler);

}  // namespace assay::scan
