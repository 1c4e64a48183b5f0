// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The versions of functions in a database, by number.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "history/function_version.h"
#include "history/sqlite.h"
#include "support/expected.h"

namespace assay::history {

/// A version and its number in the database.
struct StoredVersion {
  std::int64_t number = 0;
  FunctionVersion version;
};

/// All of them, or those of one function, by number.
Expected<std::vector<StoredVersion>> versionsIn(Connection& connection);
Expected<std::vector<StoredVersion>> versionsIn(Connection& connection, std::uint64_t function);

/// Valid while the connection is.
class VersionStore {
 public:
  static Expected<VersionStore> open(Connection& connection);

  /// The number of a version; one that is new is written. Of one that is known, what is said of it is brought
  /// up to date, but `name` alone says nothing of the rest.
  Expected<std::int64_t> numberOf(const FunctionVersion& version);

  /// What the database has may not be what was written: a transaction was rolled back.
  void forget() { known_.clear(); }

 private:
  Expected<std::int64_t> write(const FunctionVersion& version);

  Statement find_;
  Statement insert_;
  Statement update_;
  std::map<VersionKey, StoredVersion> known_;
};

}  // namespace assay::history
