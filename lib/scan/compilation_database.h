// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// compile_commands.json as this room uses it: the commands by file, with real paths, without launchers. No
// Clang here.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/expected.h"

namespace assay::scan {

struct CompileCommand {
  std::string folder;                  ///< absolute: what relative paths in the arguments are relative to
  std::string file;                    ///< absolute real path of the main file
  std::vector<std::string> arguments;  ///< the compiler first; may still name outputs and inputs
  bool guessed = false;                ///< not the build's own command for this file

  bool operator==(const CompileCommand&) const = default;
};

/// The commands by real path: never none. Of several for one file (a static and a shared library, say) the
/// first is what the file is parsed with, the others are further configurations. Commands that differ only in
/// what they write are one.
using CompilationDatabase = std::map<std::string, std::vector<CompileCommand>>;

/// A database as it was read, and what else must be as it is for the same bytes to be read the same way.
struct ReadDatabase {
  CompilationDatabase commands;
  std::vector<std::pair<std::string, std::string>> places;  ///< files as they are named, absolute, and their
                                                            ///< real paths; empty for one that is not there
  bool repeatable = true;                   ///< false: more counts than these, response files say
  std::vector<std::string> responses = {};  ///< response files that were looked for, absolute; sorted
  std::size_t leftOut = 0;                  ///< entries that are none
};

/// Reads `json`: `arguments` and `command` forms, response files, relative folders, launchers taken away.
/// Entries whose file does not exist (made by the build, say) are left out, and those that lack what an entry
/// needs; a folder that is not named is the database's, and what else an entry holds does not matter. Fails
/// (Input) on what is not a compilation database.
Expected<ReadDatabase> readDatabase(const std::filesystem::path& json);
/// The same of a text that stands, or could stand, in `json`.
Expected<ReadDatabase> readDatabaseText(const std::string& text, const std::filesystem::path& json);
/// The commands alone.
Expected<CompilationDatabase> loadDatabase(const std::filesystem::path& json);

/// Whether all of ReadDatabase::places still lead to where they led.
bool leadToTheSame(const std::vector<std::pair<std::string, std::string>>& places);

/// A build may name the tree through a symbolic link (/home/me/tree for /disk/tree). Clang reports files as
/// they were named, so the prefix that differs between `written` and `real` is replaced in the command's
/// arguments and folder.
void resolveLinkedPrefix(const std::string& written, const std::string& real, CompileCommand& command);

}  // namespace assay::scan
