// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/recorder.h"

#include <fmt/format.h>

#include <chrono>

#include "history/database_file.h"
#include "history/schema.h"
#include "history/version_store.h"
#include "history/window_store.h"
#include "support/strings.h"

namespace assay::history {
namespace fs = std::filesystem;
namespace {

std::unexpected<Error> refused(const fs::path& file, const char* why) {
  return std::unexpected(
      Error{ErrorCode::Output, why, {file.string(), 0, 0}, "name another file with --history, or none"});
}

Expected<std::int64_t> hostIn(Connection& connection, const std::string& name) {
  ASSAY_TRY(Statement insert, connection.prepare("INSERT OR IGNORE INTO host(name) VALUES(?)"));
  ASSAY_TRY_VOID(insert.run(name));
  ASSAY_TRY(Statement find, connection.prepare("SELECT key FROM host WHERE name = ?"));
  find.start(name);
  ASSAY_TRY(const bool some, find.next());
  return some ? find.number(0) : 0;
}

// A table that versions before this one have not, and do not miss.
Expected<std::optional<std::int64_t>> recordedIn(Connection& connection) {
  ASSAY_TRY(Statement table, connection.prepare("SELECT 1 FROM sqlite_master WHERE name = 'recorded'"));
  table.start();
  ASSAY_TRY(const bool isThere, table.next());
  if (!isThere) return std::nullopt;
  ASSAY_TRY(Statement find, connection.prepare("SELECT nanoseconds FROM recorded"));
  find.start();
  ASSAY_TRY(const bool some, find.next());
  return some ? std::optional<std::int64_t>(find.number(0)) : std::nullopt;
}

std::int64_t nanosecondsSince1970() {
  return std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string remarkOf(std::int64_t now) {
  return fmt::format(
      "CREATE TABLE IF NOT EXISTS recorded(key INTEGER PRIMARY KEY, nanoseconds INTEGER NOT NULL); INSERT OR "
      "REPLACE INTO recorded VALUES(0, {})",
      now);
}

}  // namespace

// In this order: statements go before their connection.
struct Recorder::Open {
  WriterLock lock;
  Connection connection;
  std::optional<VersionStore> versions;
  std::optional<WindowStore> windows;
  std::optional<TotalsStore> totals;
  std::int64_t host = 0;

  Expected<void> prepare(const std::string& hostName) {
    ASSAY_TRY(versions, VersionStore::open(connection));
    ASSAY_TRY(windows, WindowStore::open(connection));
    ASSAY_TRY(totals, TotalsStore::open(connection));
    ASSAY_TRY(host, hostIn(connection, hostName));
    return {};
  }

  Expected<void> write(const GrowthByVersion& growth, Seconds now, const Retention& retention) {
    for (const auto& [key, one] : growth) {
      ASSAY_TRY(const std::int64_t number, versions->numberOf(one.version));
      ASSAY_TRY_VOID(windows->add(now, {number, host}, one.counts));
    }
    ASSAY_TRY_VOID(connection.execute(remarkOf(nanosecondsSince1970())));
    return windows->finish(now, retention);
  }
};

Recorder::Recorder(RecorderOptions options) : options_(std::move(options)) {}
Recorder::Recorder(Recorder&&) noexcept = default;
Recorder& Recorder::operator=(Recorder&&) noexcept = default;
Recorder::~Recorder() = default;

Expected<Recorder> Recorder::open(RecorderOptions options, Diagnostics& diagnostics) {
  Recorder recorder(std::move(options));
  ASSAY_TRY_VOID(recorder.openOrPutAside(diagnostics));
  return recorder;
}

std::vector<telemetry::ProcessSnapshot> Recorder::takeRestored() {
  return std::exchange(restored_, {});
}

Expected<void> Recorder::openFile() {
  const FileKind kind = kindOf(options_.file);
  if (kind == FileKind::Newer) return refused(options_.file, "the history is of a newer version of assay");
  if (kind == FileKind::Foreign)
    return refused(options_.file, "this is another program's database, not a history");
  if (kind == FileKind::Damaged)
    return failAt({options_.file.string(), 0, 0}, "the history: no database at all");
  ASSAY_TRY_VOID(makeFolderOf(options_.file));
  ASSAY_TRY(WriterLock lock, WriterLock::take(options_.file));
  if (kind == FileKind::Missing) ASSAY_TRY_VOID(createDatabase(options_.file));
  ASSAY_TRY(Connection connection, openDatabase(options_.file));
  auto opened = std::make_unique<Open>(std::move(lock), std::move(connection));
  ASSAY_TRY_VOID(opened->prepare(options_.host));
  open_ = std::move(opened);
  return {};
}

Expected<void> Recorder::openOrPutAside(Diagnostics& diagnostics) {
  const auto load = [&]() -> Expected<void> {
    ASSAY_TRY_VOID(openFile());
    ASSAY_TRY(auto segments, open_->totals->load());
    baseline_.load(std::move(segments));
    ASSAY_TRY(restored_, baseline_.processes());
    ASSAY_TRY(recordedBefore_, recordedIn(open_->connection));
    return {};
  };
  auto loaded = load();
  if (loaded || !isDamage(loaded.error())) return loaded;
  baseline_.load({});
  return startAnew(loaded.error(), diagnostics);
}

Expected<void> Recorder::startAnew(const Error& damage, Diagnostics& diagnostics) {
  open_.reset();
  ASSAY_TRY(const fs::path aside, putAside(options_.file));
  diagnostics.error("assay-history-002", {options_.file.string(), 0, 0},
                    fmt::format("{}; it is kept as {}, and a new one is begun", damage.message,
                                visibleText(aside.string())));
  baseline_.saveAllAgain();
  return openFile();
}

bool Recorder::record(Seconds now, const Reading& reading, const VersionOf& versionOf,
                      Diagnostics& diagnostics) {
  auto done = tryRecord(now, reading, versionOf);
  if (!done && isDamage(done.error())) {
    done = startAnew(done.error(), diagnostics);
    if (done) done = tryRecord(now, reading, versionOf);
  }
  if (!done) diagnostics.error("assay-history-001", done.error());
  return done.has_value();
}

// A file that was deleted can be written on without an error, and is lost with its last writer.
void Recorder::letGoOfDeleted() {
  std::error_code error;
  if (!open_ || std::filesystem::exists(options_.file, error)) return;
  open_.reset();
  baseline_.saveAllAgain();
}

Expected<void> Recorder::tryRecord(Seconds now, const Reading& reading, const VersionOf& versionOf) {
  letGoOfDeleted();
  if (!open_) ASSAY_TRY_VOID(openFile());
  const auto write = [&]() -> Expected<void> {
    ASSAY_TRY(Transaction transaction, Transaction::begin(open_->connection));
    ASSAY_TRY(const GrowthByVersion growth, baseline_.advance(reading, versionOf, *open_->totals));
    ASSAY_TRY_VOID(open_->write(growth, now, options_.retention));
    return transaction.commit();
  };
  auto written = write();
  if (written) {
    baseline_.keep();
    return written;
  }
  baseline_.rollBack();
  open_->versions->forget();
  if (const auto reloaded = open_->windows->reload(); !reloaded && !isDamage(written.error()))
    return reloaded;
  return written;
}

}  // namespace assay::history
