// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What only the build's own compiler knows: its target and where its system headers lie. Clang cannot guess
// either for a cross-compiler. The compiler is asked, which means running a program that the compilation
// database names; so only those are asked that the user has allowed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scan/compilation_database.h"
#include "support/diagnostics.h"

namespace assay::scan {

struct DriverAnswer {
  std::string target;                ///< "arm-linux-gnueabihf"; empty when it did not say
  std::vector<std::string> folders;  ///< absolute, in order of search, without the compiler's builtin headers

  bool operator==(const DriverAnswer&) const = default;
};

/// Reads what GCC or Clang says when called with -v. Folders that do not exist are left out. Those that hold
/// the compiler's builtin headers are too: they are made for that compiler, and Clang brings its own.
DriverAnswer readDriverAnswer(std::string_view text);

/// The question for a command: the compiler's name as it is written, the flags that change the answer
/// (--sysroot, -m…, -stdlib=…), `-E -v -x LANGUAGE /dev/null`.
std::vector<std::string> questionFor(const CompileCommand& command);

/// Asks the compilers whose absolute path matches one of `globs` (a `*` matches slashes too), each with the
/// same flags once, and adds the answers to the commands. A compiler that gives none is a warning, once; its
/// commands stay as they are.
void queryDrivers(const std::vector<std::string>& globs, CompilationDatabase& database,
                  Diagnostics& diagnostics);

}  // namespace assay::scan
