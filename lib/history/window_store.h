// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The windows of a database: adding to them, making wider ones of them, deleting the old.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <utility>

#include "history/cover.h"
#include "history/levels.h"
#include "history/sqlite.h"
#include "support/expected.h"
#include "telemetry/snapshot.h"

namespace assay::history {

/// Whose calls a window counts: numbers of the tables `version` and `host`.
struct WindowOwner {
  std::int64_t version = 0;
  std::int64_t host = 0;

  auto operator<=>(const WindowOwner&) const = default;
};

/// What the database has of each level. Of one in which nothing was recorded, nothing.
Expected<Kept> keptIn(Connection& connection);

/// Valid while the connection is. Everything here belongs into a transaction.
class WindowStore {
 public:
  static Expected<WindowStore> open(Connection& connection);

  /// Adds counts in nanoseconds to the window that has the moment, and to the wider ones that have been made
  /// already (the clock was set back).
  Expected<void> add(Seconds time, WindowOwner owner, const telemetry::SiteCounts& counts);

  /// Makes the wider windows that are over, deletes those that are kept no longer, and keeps account of it.
  Expected<void> finish(Seconds now, const Retention& retention);

  /// What is known of the levels may not be what the database has: a transaction was rolled back.
  Expected<void> reload();

 private:
  using Group = std::map<WindowOwner, telemetry::SiteCounts>;

  Expected<void> addTo(std::size_t level, Seconds start,
                       std::pair<WindowOwner, const telemetry::SiteCounts*> one);
  void widen(Seconds start);
  Expected<void> rollUp(std::size_t level, Seconds now);
  Expected<void> write(std::size_t level, Seconds start, Group& group);
  Expected<void> prune(std::size_t level, Seconds now, Seconds keep);

  Connection* connection_ = nullptr;
  struct Statements {
    Statement find;
    Statement put;
    Statement period;
    Statement drop;
  };
  std::array<Statements, kLevels.size()> statements_;
  Statement saveLevel_;
  Kept kept_{};
};

}  // namespace assay::history
