// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A queue of packets on their way to a DogStatsD agent, and account of what became of each.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "export/dogstatsd_text.h"
#include "export/metric_family.h"
#include "serve/dogstatsd_socket.h"

namespace assay::serve {

struct DogstatsdTally {
  std::uint64_t messages = 0;
  std::uint64_t packets = 0;
  std::uint64_t bytes = 0;

  bool operator==(const DogstatsdTally&) const = default;
};

/// Not thread-safe.
class DogstatsdSender {
 public:
  explicit DogstatsdSender(DogstatsdSocket socket) : socket_(std::move(socket)) {}

  /// Whether packets can be handed to an agent now, as far as one can know.
  bool isReachable() { return socket_.connect(); }
  [[nodiscard]] bool isEmpty() const { return queue_.empty(); }
  /// Whether the last send() learned that nobody listens.
  [[nodiscard]] bool isRefused() const { return isRefused_; }
  [[nodiscard]] const DogstatsdSocket& socket() const { return socket_; }

  void add(exporting::DogstatsdPackets packets);

  /// Sends what the socket takes now, a burst at most: a receiver's buffer is small. True when there is more,
  /// which may go after a pause; false when the queue is empty, or the agent is not there.
  bool send();

  /// Goes on until the queue is empty, the agent is not there, or the time is over.
  void finish(int milliseconds);

  /// Counts packets as dropped: these, or all of the queue.
  void drop(const exporting::DogstatsdPackets& packets);
  void dropQueue();

  [[nodiscard]] const DogstatsdTally& sent() const { return sent_; }
  [[nodiscard]] const DogstatsdTally& dropped() const { return dropped_; }

 private:
  enum class Step { Next, Pause, Stop };
  Step sendFirst();
  void takeFirst(DogstatsdTally& tally);

  DogstatsdSocket socket_;
  std::deque<exporting::DogstatsdPacket> queue_;
  bool isRefused_ = false;
  DogstatsdTally sent_, dropped_, last_;  // last: what the last packet sent has in sent_
};

/// Messages, packets and bytes, sent and dropped, as metrics.
std::vector<exporting::MetricFamily> dogstatsdMetrics(const DogstatsdSender& sender);

}  // namespace assay::serve
