// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold for every compile_commands.json, whoever made it. Used by the fuzz target and, for the
// seeds, by a unit test.
#pragma once

#include <algorithm>
#include <string>

#include "scan/compilation_database.h"
#include "scan/pack_database.h"

namespace assay::fuzz {

/// Every command is one of a file that is there, by its real path, and has a compiler.
inline bool commandsHold(const scan::CompilationDatabase& commands) {
  return std::ranges::all_of(commands, [](const auto& unit) {
    const auto& [file, all] = unit;
    return file.starts_with('/') && !all.empty() && std::ranges::all_of(all, [&](const auto& command) {
             return command.file == file && command.folder.starts_with('/') && !command.guessed;
           });
  });
}

/// What is kept of it for the next scan is what was read.
inline bool keptHolds(const scan::ReadDatabase& read, const std::string& path) {
  const auto kept = scan::unpackDatabase(scan::packDatabase({path, {}, read}));
  return kept && kept->read.commands == read.commands && kept->read.places == read.places;
}

/// `json`: where the text stands; files beside it are those that commands may be of. The text is taken as a
/// kept database, too.
inline bool databaseHolds(const std::string& text, const std::string& json) {
  static_cast<void>(scan::unpackDatabase(text).has_value());
  const auto read = scan::readDatabaseText(text, json);
  if (!read) return read.error().code == ErrorCode::Input && read.error().where.file == json;
  return commandsHold(read->commands) && keptHolds(*read, json);
}

}  // namespace assay::fuzz
