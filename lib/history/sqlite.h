// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// As much of SQLite as this room needs, with errors that say which file. The only place that knows the
// package.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "support/expected.h"

struct sqlite3;
struct sqlite3_stmt;

namespace assay::history {

/// Whether the error says that the file is damaged, and not that something else is in the way.
inline bool isDamage(const Error& error) {
  return error.code == ErrorCode::Input;
}

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// A prepared statement; it must not outlive its Connection. Parameters are bound in order; numbers without a
/// sign are kept as the signed ones with the same bits.
class Statement {
 public:
  Statement() = default;
  Statement(sqlite3_stmt* statement, std::string file);

  /// Runs it to its end.
  template <class... Values>
  Expected<void> run(const Values&... values) {
    start(values...);
    return finish();
  }

  /// Begins anew; then next() for each row.
  template <class... Values>
  void start(const Values&... values) {
    reset();
    int place = 0;
    (bind(++place, values), ...);
  }

  /// False at the end.
  Expected<bool> next();

  /// For who leaves before the end: nothing of the database is held any longer.
  void end() { reset(); }

  /// Of the present row; views live until next() or start().
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::uint64_t bits(int column) const { return static_cast<std::uint64_t>(number(column)); }
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  void reset();
  Expected<void> finish();
  void bind(int place, std::int64_t value);
  void bind(int place, std::uint64_t value) { bind(place, static_cast<std::int64_t>(value)); }
  void bind(int place, int value) { bind(place, std::int64_t{value}); }
  void bind(int place, std::uint32_t value) { bind(place, std::int64_t{value}); }
  void bind(int place, double value);
  void bind(int place, std::string_view value);
  void bind(int place, const std::string& value) { bind(place, std::string_view(value)); }
  void bind(int place, Blob value);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string file_;
};

enum class OpenMode {
  Read,
  Write,
  Create,
  Look,  ///< at the file alone, without what lies beside it: takes no lock and leaves nothing behind
};

/// One database file. Not thread-safe.
class Connection {
 public:
  static Expected<Connection> open(const std::filesystem::path& file, OpenMode mode);

  /// SQL that returns nothing.
  Expected<void> execute(const std::string& sql);
  Expected<Statement> prepare(std::string_view sql);
  /// The first column of the first row; 0 when there is none.
  Expected<std::int64_t> ask(std::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  [[nodiscard]] std::unexpected<Error> failed() const;

  std::unique_ptr<sqlite3, Close> database_;
  std::string file_;
};

/// Everything or nothing: rolled back unless committed.
class Transaction {
 public:
  static Expected<Transaction> begin(Connection& connection);
  Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Expected<void> commit();

 private:
  explicit Transaction(Connection& connection) : connection_(&connection) {}
  Connection* connection_;
};

}  // namespace assay::history
