// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads a history, also while a server records into it: what functions did in a period, and how that changed
// over time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "history/cover.h"
#include "history/function_version.h"
#include "history/sqlite.h"
#include "support/expected.h"
#include "telemetry/snapshot.h"

namespace assay::history {

/// A version's calls in a period, over all hosts. Times are in nanoseconds (kSecondsPerNanosecond).
struct VersionCounts {
  FunctionVersion version;
  telemetry::SiteCounts counts;
  /// The windows that have calls of it lie between these; nothing is known of when in a window.
  Seconds firstWindow = 0;
  Seconds lastWindow = 0;
};

/// A version's calls in one window.
struct Window {
  Seconds start = 0;
  Seconds width = 0;
  std::size_t version = 0;  ///< place in Course::versions
  telemetry::SiteCounts counts;
};

/// A function over time.
struct Course {
  std::vector<FunctionVersion> versions;
  std::vector<Window> windows;  ///< by start, then version; without those in which nothing was counted
};

/// Is given what a version did in a window that begins at `start`. Both live until it returns.
using WindowVisitor =
    std::function<void(const FunctionVersion& version, Seconds start, const telemetry::SiteCounts& counts)>;

class Reader {
 public:
  /// Fails (Input, Output) when there is none, or it is of a newer version or another program's.
  static Expected<Reader> open(const std::filesystem::path& file);

  /// What was counted in a period, by version, in the order of their first record; versions without calls are
  /// left out. The period is widened to whole windows of the finest level that is kept there: ten seconds of
  /// what is recent, an hour or a day of what is long ago.
  Expected<std::vector<VersionCounts>> read(Period period);

  /// One function over a period, in windows of `step` (a multiple of 10 s), or wider ones where those are no
  /// longer kept.
  Expected<Course> course(std::uint64_t function, Period period, Seconds step);

  /// All functions over a period, in windows of `step` (a multiple of 10 s) from its beginning on, or wider
  /// ones where those are no longer kept: by time, then in the order of their first record. Windows in which
  /// nothing was counted are left out.
  Expected<void> eachWindow(Period period, Seconds step, const WindowVisitor& visit);

  /// What period there is anything of; empty for an empty history.
  Expected<Period> known();

 private:
  explicit Reader(Connection connection) : connection_(std::move(connection)) {}

  Connection connection_;
};

}  // namespace assay::history
