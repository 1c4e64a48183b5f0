// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The tables of a history, and the way into one. docs/reference/history.md describes them.
#pragma once

#include <filesystem>

#include "history/sqlite.h"
#include "support/expected.h"

namespace assay::history {

/// Makes a new database under another name and gives it this one when it is whole: who is killed meanwhile
/// leaves none. Fails (Output).
Expected<void> createDatabase(const std::filesystem::path& file);

/// Opens one that is there, for the one that records.
Expected<Connection> openDatabase(const std::filesystem::path& file);

}  // namespace assay::history
