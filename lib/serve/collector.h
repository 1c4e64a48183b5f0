// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the processes of a folder have counted, whoever asks: read again each time, remembered when segments
// go, recorded into a history.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "history/recorder.h"
#include "support/diagnostics.h"
#include "support/expected.h"
#include "telemetry/accumulator.h"

namespace assay::serve {

/// Calls per second, by function.
using Rates = std::map<std::uint64_t, double>;

/// Not thread-safe.
class Collector {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Collector(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Records from now on, and goes on from what the history has. Before the first collect().
  void recordInto(history::Recorder recorder);
  [[nodiscard]] bool records() const { return recorder_.has_value(); }
  /// Up to when the history goes that was opened, in nanoseconds since 1970; nothing without one, and where
  /// it does not say.
  [[nodiscard]] std::optional<std::int64_t> recordedBefore() const {
    return recorder_ ? recorder_->recordedBefore() : std::nullopt;
  }

  /// Reads the folder. A segment that cannot be read is a diagnostic and counted as unreadable(); a folder
  /// that cannot be listed fails (Input).
  Expected<void> collect(Diagnostics& diagnostics);

  /// As of the last collect(), or what the history had: one for each segment, and sums over those that are
  /// gone, which have no files.
  [[nodiscard]] const std::vector<telemetry::ProcessSnapshot>& parts() const { return accumulator_.known(); }
  /// The same with one for each process: made anew, and large.
  [[nodiscard]] std::vector<telemetry::ProcessSnapshot> processes() const;
  [[nodiscard]] std::size_t unreadable() const { return unreadable_; }

  /// Adds what was collected to the windows of `now`.
  void record(history::Seconds now, const history::VersionOf& versionOf, Diagnostics& diagnostics);

  /// Looks how much was counted since it was called before.
  void measureRates(Clock::time_point now);
  /// Over the last measure; empty before there are two.
  [[nodiscard]] const Rates& rates() const { return rates_; }

 private:
  std::filesystem::path folder_;
  telemetry::Accumulator accumulator_;
  std::size_t unreadable_ = 0;
  std::optional<history::Recorder> recorder_;
  std::map<std::uint64_t, std::uint64_t> calls_;
  std::optional<Clock::time_point> measured_;
  Rates rates_;
};

}  // namespace assay::serve
