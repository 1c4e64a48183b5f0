// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cctype>
#include <cstring>

namespace assay::history {
namespace {

constexpr int kPatienceMilliseconds = 2000;

std::unexpected<Error> failure(sqlite3* database, const std::string& file) {
  const int code = database == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(database);
  const std::string text = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  const int system = database == nullptr ? 0 : sqlite3_system_errno(database);
  const int kind = code & 0xFF;
  const bool ofSystem = kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN;
  const bool damage = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
  const std::string reason =
      ofSystem && system != 0 ? fmt::format("{} ({})", text, std::strerror(system)) : text;
  return std::unexpected(
      Error{damage ? ErrorCode::Input : ErrorCode::Output, "the history: " + reason, {file, 0, 0}, {}});
}

int flagsOf(OpenMode mode) {
  switch (mode) {
    case OpenMode::Read: return SQLITE_OPEN_READONLY;
    case OpenMode::Write: return SQLITE_OPEN_READWRITE;
    case OpenMode::Create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case OpenMode::Look: return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  }
  return SQLITE_OPEN_READONLY;
}

// https://www.sqlite.org/uri.html
std::string uriOf(const std::string& file) {
  std::string uri = "file:";
  for (const char c : file) {
    const bool plain =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '.' || c == '_' || c == '-';
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri + "?immutable=1";
}

}  // namespace

Statement::Statement(sqlite3_stmt* statement, std::string file)
    : statement_(statement), file_(std::move(file)) {}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Expected<bool> Statement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failure(sqlite3_db_handle(statement_.get()), file_);
}

Expected<void> Statement::finish() {
  for (;;) {
    ASSAY_TRY(const bool more, next());
    if (!more) break;
  }
  reset();
  return {};
}

// Its result is the error of the run before, which was returned then.
void Statement::reset() {
  sqlite3_reset(statement_.get());
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int length = sqlite3_column_bytes(statement_.get(), column);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

// What cannot be bound (no memory) leaves NULL, which the columns refuse.
void Statement::bind(int place, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), place, value);
}

void Statement::bind(int place, double value) {
  sqlite3_bind_double(statement_.get(), place, value);
}

// An empty view may point nowhere, which would mean NULL.
void Statement::bind(int place, std::string_view value) {
  sqlite3_bind_text64(statement_.get(), place, value.empty() ? "" : value.data(), value.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int place, Blob value) {
  sqlite3_bind_blob64(statement_.get(), place, value.bytes.empty() ? "" : value.bytes.data(),
                      value.bytes.size(), SQLITE_TRANSIENT);
}

void Connection::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Expected<Connection> Connection::open(const std::filesystem::path& file, OpenMode mode) {
  Connection connection;
  connection.file_ = file.string();
  sqlite3* database = nullptr;
  const std::string name = mode == OpenMode::Look ? uriOf(file.string()) : file.string();
  const int code = sqlite3_open_v2(name.c_str(), &database, flagsOf(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
  connection.database_.reset(database);
  if (code != SQLITE_OK) return connection.failed();
  sqlite3_busy_timeout(database, kPatienceMilliseconds);
  return connection;
}

std::unexpected<Error> Connection::failed() const {
  return failure(database_.get(), file_);
}

Expected<void> Connection::execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failed();
  return {};
}

Expected<Statement> Connection::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  Statement made(statement, file_);
  if (code != SQLITE_OK) return failed();
  return made;
}

Expected<std::int64_t> Connection::ask(std::string_view sql) {
  ASSAY_TRY(Statement statement, prepare(sql));
  ASSAY_TRY(const bool some, statement.next());
  return some ? statement.number(0) : 0;
}

Expected<Transaction> Transaction::begin(Connection& connection) {
  ASSAY_TRY_VOID(connection.execute("BEGIN IMMEDIATE"));
  return Transaction(connection);
}

// Some errors have rolled it back already; then there is nothing to do, and nobody to tell.
Transaction::~Transaction() {
  if (connection_ != nullptr) static_cast<void>(connection_->execute("ROLLBACK"));
}

Expected<void> Transaction::commit() {
  ASSAY_TRY_VOID(connection_->execute("COMMIT"));
  connection_ = nullptr;
  return {};
}

}  // namespace assay::history
