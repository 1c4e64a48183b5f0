// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/version_store.h"

namespace assay::history {
namespace {

#define ASSAY_VERSION_COLUMNS "key, function, body, name, model, vendor, date, prompt, file, line"

StoredVersion versionOf(const Statement& row) {
  const auto text = [&](int column) { return std::string(row.text(column)); };
  return {row.number(0),
          {{row.bits(1), row.bits(2)},
           text(3),
           text(4),
           text(5),
           text(6),
           text(7),
           text(8),
           static_cast<unsigned>(row.number(9))}};
}

Expected<std::vector<StoredVersion>> allOf(Statement& rows) {
  std::vector<StoredVersion> versions;
  for (;;) {
    ASSAY_TRY(const bool more, rows.next());
    if (!more) return versions;
    versions.push_back(versionOf(rows));
  }
}

// Only a manifest says where a function is.
bool saysMore(const FunctionVersion& version) {
  return !version.file.empty() || !version.model.empty();
}

}  // namespace

Expected<std::vector<StoredVersion>> versionsIn(Connection& connection) {
  ASSAY_TRY(Statement rows, connection.prepare("SELECT " ASSAY_VERSION_COLUMNS " FROM version ORDER BY key"));
  rows.start();
  return allOf(rows);
}

Expected<std::vector<StoredVersion>> versionsIn(Connection& connection, std::uint64_t function) {
  ASSAY_TRY(Statement rows, connection.prepare("SELECT " ASSAY_VERSION_COLUMNS
                                               " FROM version WHERE function = ? ORDER BY key"));
  rows.start(function);
  return allOf(rows);
}

Expected<VersionStore> VersionStore::open(Connection& connection) {
  VersionStore store;
  ASSAY_TRY(store.find_, connection.prepare("SELECT " ASSAY_VERSION_COLUMNS
                                            " FROM version WHERE function = ? AND body = ?"));
  ASSAY_TRY(store.insert_,
            connection.prepare(
                "INSERT INTO version(" ASSAY_VERSION_COLUMNS
                ") VALUES((SELECT COALESCE(MAX(key), 0) + 1 FROM version), ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  ASSAY_TRY(store.update_,
            connection.prepare("UPDATE version SET name = ?, model = ?, vendor = ?, date = ?, prompt = ?, "
                               "file = ?, line = ? WHERE key = ?"));
  return store;
}

Expected<std::int64_t> VersionStore::numberOf(const FunctionVersion& version) {
  const auto known = known_.find(version.key);
  if (known != known_.end() && (known->second.version == version || !saysMore(version)))
    return known->second.number;
  ASSAY_TRY(const std::int64_t number, write(version));
  known_.insert_or_assign(version.key, StoredVersion{number, version});
  return number;
}

Expected<std::int64_t> VersionStore::write(const FunctionVersion& v) {
  find_.start(v.key.function, v.key.body);
  ASSAY_TRY(const bool known, find_.next());
  if (!known) {
    ASSAY_TRY_VOID(
        insert_.run(v.key.function, v.key.body, v.name, v.model, v.vendor, v.date, v.prompt, v.file, v.line));
    return numberOf(v);
  }
  const StoredVersion stored = versionOf(find_);
  find_.end();
  if (saysMore(v) && stored.version != v)
    ASSAY_TRY_VOID(update_.run(v.name, v.model, v.vendor, v.date, v.prompt, v.file, v.line, stored.number));
  return stored.number;
}

}  // namespace assay::history
