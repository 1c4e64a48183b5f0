// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Metrics to a receiver of OTLP/HTTP: the whole each time, cumulative, so that what a later reading has need
// not be kept (docs/reference/otlp.md).
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "export/otlp_streams.h"
#include "export/otlp_text.h"
#include "serve/http_client.h"
#include "serve/otlp_retry.h"
#include "serve/otlp_target.h"
#include "support/diagnostics.h"

namespace assay::serve {

struct OtlpTally {
  std::uint64_t sent = 0;      ///< points that the receiver has taken
  std::uint64_t rejected = 0;  ///< points that it refused, for good
  std::uint64_t replaced = 0;  ///< points that a later reading took the place of before they were taken
  std::uint64_t lost = 0;      ///< points that were not taken when the server ended
  std::uint64_t requests = 0;  ///< that were taken
  std::uint64_t failures = 0;  ///< requests that were not, each try

  bool operator==(const OtlpTally&) const = default;
};

/// Not thread-safe, and never waits but in finish().
class Otlp {
 public:
  using Clock = std::chrono::steady_clock;

  Otlp(HttpClient client, OtlpTarget target, exporting::OtlpForm form);

  /// All that is counted so far, up to `start`, is known, and not sent.
  void begin(std::span<const exporting::MetricFamily> families, exporting::Nanoseconds start);
  [[nodiscard]] bool hasBegun() const { return streams_.hasBegun(); }

  /// Takes what is counted as of `now`, in place of what still waits; poll() sends it.
  void flush(std::span<const exporting::MetricFamily> families, exporting::Nanoseconds now);

  /// Goes on with what is to be sent; whether there is more to do soon.
  bool poll(Clock::time_point now);

  /// The rest, for as long as that; what is not taken then is lost, which is a diagnostic.
  void finish(std::chrono::milliseconds patience, Diagnostics& diagnostics);

  /// What went wrong since this was asked before.
  void report(Diagnostics& diagnostics);

  [[nodiscard]] const OtlpTarget& target() const { return target_; }
  [[nodiscard]] const OtlpTally& tally() const { return tally_; }

 private:
  struct Waiting {
    std::string body;
    std::size_t points = 0;
  };
  enum class Current { None, UnderWay, Outdated };  // outdated: a later reading waits

  void sendFirst();
  void settle(const HttpOutcome& outcome, Clock::time_point now);
  void takeAnswer(const std::string& body);
  void putOff(const HttpOutcome& outcome, Clock::time_point now);
  void giveUpOutdated(std::chrono::milliseconds patience);

  HttpClient client_;
  OtlpTarget target_;
  exporting::OtlpForm form_;
  exporting::OtlpStreams streams_;
  exporting::Nanoseconds time_ = 0;
  std::deque<Waiting> queue_;
  Waiting current_;
  Current state_ = Current::None;
  Backoff backoff_;
  Clock::time_point notBefore_;
  OtlpTally tally_;
  std::set<std::string> putOffBecause_, refusedBecause_;  // since they were said
};

/// Points and requests, by what became of them, as metrics.
std::vector<exporting::MetricFamily> otlpMetrics(const OtlpTally& tally);

}  // namespace assay::serve
