// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a compiler's command line is about: whether it compiles or links, what, and which dependency files
// come of it. Reads only that; the arguments themselves go to the compiler as they are.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace assay::launch {

struct CompilerCall {
  bool compiles = false;  ///< reads C or C++
  bool links = false;     ///< ends in a program or a shared library
  bool repeats = false;   ///< from files to files: a second try finds what the first one found
  std::string object;     ///< what -o names; empty = nothing
  std::vector<std::string> sources;
  std::vector<std::string> linked;           ///< objects and archives, in order
  std::vector<std::string> dependencyFiles;  ///< that the compiler writes
};

/// Reads the words of a command, launchers and the compiler among them; `folder` is where it runs (for
/// response files). A call that only asks (`--version`, `-###`) neither compiles nor links.
CompilerCall readCompilerCall(const std::vector<std::string>& words, const std::filesystem::path& folder);

/// The words of a response file: blanks part them, quotes and backslashes as GCC has them.
std::vector<std::string> wordsOfResponseFile(const std::string& text);

}  // namespace assay::launch
