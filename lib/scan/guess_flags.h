// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Flags for a file that no build command is known for: the language from its name, its text and its
// neighbours, the include folders from what the tree holds. Pure but for looking whether a system header
// exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scan/compilation_database.h"
#include "scan/include_graph.h"

namespace assay::scan {

enum class Language { C, Cpp, Cuda };

/// True when the text can only be C++ (outside of what `#ifdef __cplusplus` guards).
bool looksLikeCpp(std::string_view text);

/// The language of `file` (absolute). For a header whose name does not say: C++ when its text is, else that
/// of the units beside it, else of the units that include it, else C++ when the tree has any.
Language guessLanguage(const std::string& file, std::string_view text, const IncludeGraph& graph);

/// The standards to try, best first.
std::vector<std::string> standardsOf(Language language);

struct GuessRequest {
  std::string root;  ///< absolute
  std::string file;  ///< absolute
  Language language = Language::Cpp;
};

/// The flags that a project wrote down for all its files: compile_flags.txt, one a line.
struct FlagsFile {
  std::string folder;  ///< where it lies: what relative paths in it are relative to
  std::vector<std::string> flags;
};

/// The nearest compile_flags.txt: beside the file, then in the folders above, up to the one that holds the
/// root's repository.
std::optional<FlagsFile> nearestFlagsFile(const std::string& root, const std::string& file);

/// A command with the flags of the file. A standard is not added.
CompileCommand commandOf(const FlagsFile& flags, const GuessRequest& request);

/// A command without -std=, with -I and its kin for every folder that resolves an include of the file or of
/// what it includes.
CompileCommand guessCommand(const GuessRequest& request, const IncludeGraph& graph);

}  // namespace assay::scan
