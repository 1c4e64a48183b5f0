// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Records what guards count into a database, again and again, whatever becomes of the database.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "history/baseline.h"
#include "history/levels.h"
#include "support/diagnostics.h"
#include "support/expected.h"
#include "telemetry/snapshot.h"

namespace assay::history {

struct RecorderOptions {
  std::filesystem::path file;
  std::string host;  ///< whose calls these are
  Retention retention;
};

/// Not thread-safe.
class Recorder {
 public:
  /// Opens or makes the database. Fails (Output, Input), with the file untouched, when it is of a newer
  /// version or another program's, another process records into it, or it cannot be opened or made. A damaged
  /// one is put aside (assay-history-002) and a new one made.
  static Expected<Recorder> open(RecorderOptions options, Diagnostics& diagnostics);

  Recorder(Recorder&&) noexcept;
  Recorder& operator=(Recorder&&) noexcept;
  ~Recorder();

  /// What had been recorded when it was opened: for telemetry::Accumulator::restore.
  std::vector<telemetry::ProcessSnapshot> takeRestored();

  /// When that was, in nanoseconds since 1970: what it lacks came later. Nothing for an empty one, and for
  /// one that no version of assay that kept this has written.
  [[nodiscard]] std::optional<std::int64_t> recordedBefore() const { return recordedBefore_; }

  /// Adds what was counted since the last time to the windows of `now`. False when that could not be done:
  /// assay-history-001 says why, nothing is lost, and the next time it is tried again with all that came
  /// since. A database that turns out to be damaged is put aside as in open(); for one that was deleted a new
  /// one is made.
  bool record(Seconds now, const Reading& reading, const VersionOf& versionOf, Diagnostics& diagnostics);

 private:
  struct Open;
  explicit Recorder(RecorderOptions options);
  Expected<void> openFile();
  Expected<void> openOrPutAside(Diagnostics& diagnostics);
  Expected<void> startAnew(const Error& damage, Diagnostics& diagnostics);
  void letGoOfDeleted();
  Expected<void> tryRecord(Seconds now, const Reading& reading, const VersionOf& versionOf);

  RecorderOptions options_;
  std::unique_ptr<Open> open_;
  Baseline baseline_;
  std::vector<telemetry::ProcessSnapshot> restored_;
  std::optional<std::int64_t> recordedBefore_;
};

}  // namespace assay::history
