// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A compilation database as the result cache keeps it. Command lines repeat each other's words: each is
// there once. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scan/compilation_database.h"
#include "scan/file_stamp.h"

namespace assay::scan {

struct KeptDatabase {
  std::string path;  ///< of the file that it was read off
  FileStamp stamp;   ///< of that file, from before
  ReadDatabase read;
};

std::string packDatabase(const KeptDatabase& database);

/// Nothing for bytes that are not such a database.
std::optional<KeptDatabase> unpackDatabase(std::string_view bytes);

}  // namespace assay::scan
