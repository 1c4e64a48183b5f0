// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is counted, to a DogStatsD agent: every flush sends what came since the one before.
#pragma once

#include <span>

#include "export/dogstatsd_text.h"
#include "export/growth.h"
#include "serve/dogstatsd_sender.h"
#include "support/diagnostics.h"

namespace assay::serve {

/// Flushes for which an agent that is away or too slow is waited for; then what came meanwhile is dropped:
/// sent late in one lump it would look like a burst.
inline constexpr int kFlushesKept = 6;

/// Not thread-safe.
class Dogstatsd {
 public:
  Dogstatsd(DogstatsdSocket socket, exporting::DogstatsdForm form);

  /// All that is counted so far is known, and not sent.
  void begin(std::span<const telemetry::ProcessSnapshot> parts);
  [[nodiscard]] bool hasBegun() const { return hasBegun_; }

  /// Sends what came since the flush before, or what still waits for the agent; the first burst of it. An
  /// agent that cannot be reached is a diagnostic.
  void flush(std::span<const telemetry::ProcessSnapshot> parts, const exporting::FactsById& facts,
             Diagnostics& diagnostics);

  /// The next burst; whether there are more, after a pause.
  bool sendMore() { return sender_.send(); }

  /// The rest, for as long as a second; what does not go then is dropped.
  void finish();

  [[nodiscard]] const DogstatsdSender& sender() const { return sender_; }

 private:
  bool takesPackets();
  exporting::DogstatsdPackets packets(std::span<const telemetry::ProcessSnapshot> parts,
                                      const exporting::FactsById& facts);

  DogstatsdSender sender_;
  exporting::DogstatsdForm form_;
  exporting::GrowthMeter meter_;
  DogstatsdTally sent_;  // at the last flush
  bool isAway_ = false;  // a packet was refused, and none taken since
  int waited_ = 0;       // flushes
  bool hasBegun_ = false;
};

}  // namespace assay::serve
