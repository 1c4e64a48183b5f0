// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/schema.h"

#include <fmt/format.h>

#include "history/database_file.h"
#include "history/levels.h"

namespace assay::history {
namespace fs = std::filesystem;
namespace {

constexpr const char* kTables = R"(
CREATE TABLE host(key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE version(key INTEGER PRIMARY KEY, function INTEGER NOT NULL, body INTEGER NOT NULL, name TEXT NOT NULL,
  model TEXT NOT NULL, vendor TEXT NOT NULL, date TEXT NOT NULL, prompt TEXT NOT NULL, file TEXT NOT NULL,
  line INTEGER NOT NULL, UNIQUE(function, body));
CREATE TABLE level(level INTEGER PRIMARY KEY, since INTEGER NOT NULL, until INTEGER NOT NULL);
CREATE TABLE segment(key INTEGER PRIMARY KEY, device INTEGER NOT NULL, inode INTEGER NOT NULL, pid INTEGER NOT NULL,
  process_start INTEGER NOT NULL, start_realtime INTEGER NOT NULL, path TEXT NOT NULL, program TEXT NOT NULL,
  seconds_per_tick REAL NOT NULL, lost_calls INTEGER NOT NULL, lost_sites INTEGER NOT NULL,
  UNIQUE(device, inode, pid, process_start, start_realtime));
CREATE TABLE total(segment INTEGER NOT NULL, function INTEGER NOT NULL, entry_only INTEGER NOT NULL,
  body INTEGER NOT NULL, name TEXT NOT NULL, counts BLOB NOT NULL,
  PRIMARY KEY(segment, function, entry_only)) WITHOUT ROWID;
)";

// By time first: what is written is at the end, what is deleted at the beginning.
std::string windowTables() {
  std::string sql;
  for (const Level& level : kLevels)
    sql += fmt::format(
        "CREATE TABLE {}(start INTEGER NOT NULL, version INTEGER NOT NULL, host INTEGER NOT NULL, "
        "counts BLOB NOT NULL, PRIMARY KEY(start, version, host)) WITHOUT ROWID;\n",
        level.table);
  return sql;
}

// Whose the file is stands in its first page, not in a log beside it.
Expected<void> writeSchema(const fs::path& file) {
  ASSAY_TRY(Connection connection, Connection::open(file, OpenMode::Write));
  return connection.execute(
      fmt::format("PRAGMA journal_mode = DELETE; BEGIN; PRAGMA application_id = {}; PRAGMA user_version = "
                  "{};\n{}{}COMMIT;",
                  kApplicationId, kSchemaVersion, kTables, windowTables()));
}

}  // namespace

Expected<void> createDatabase(const fs::path& file) {
  const fs::path unfinished = file.string() + ".new";
  std::error_code error;
  for (const char* leftOver : {".new", ".new-journal", "-wal", "-shm"})
    fs::remove(file.string() + leftOver, error);
  ASSAY_TRY_VOID(makeFolderOf(file));
  ASSAY_TRY_VOID(makePrivateFile(unfinished));
  auto written = writeSchema(unfinished);
  if (written) fs::rename(unfinished, file, error);
  if (written && !error) return {};
  std::error_code ignored;
  fs::remove(unfinished, ignored);
  if (!written) return written;
  return std::unexpected(
      Error{ErrorCode::Output, "cannot make the history: " + error.message(), {file.string(), 0, 0}, {}});
}

// FULL: a transaction is on the disk before it counts as done; one in ten seconds can afford it.
Expected<Connection> openDatabase(const fs::path& file) {
  ASSAY_TRY(Connection connection, Connection::open(file, OpenMode::Write));
  ASSAY_TRY_VOID(connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"));
  return connection;
}

}  // namespace assay::history
