// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A queue of packets on their way to a DogStatsD agent, and account of what became of each.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
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
  /// which may go after a pause; false when the queue is empty, or the agent is not there. By UDP, a packet
  /// that nobody listened to is the queue's first again.
  bool send();

  /// Goes on until the queue is empty, the agent is not there, or the time is over.
  void finish(int milliseconds);

  /// Counts packets as dropped: these, or all of the queue.
  void drop(const exporting::DogstatsdPackets& packets);
  void dropQueue();

  /// By UDP without the packet sent last, of which nobody knows yet. Neither ever becomes less.
  [[nodiscard]] const DogstatsdTally& sent() const { return sent_; }
  [[nodiscard]] const DogstatsdTally& dropped() const { return dropped_; }

 private:
  enum class Step { Next, Pause, Stop };
  void sendBurst();
  Step sendFirst();
  Step sentFirst();
  Step refused();
  void takeFirst(DogstatsdTally& tally);
  void settle();

  DogstatsdSocket socket_;
  std::deque<exporting::DogstatsdPacket> queue_;
  bool isRefused_ = false;
  std::optional<exporting::DogstatsdPacket> unsettled_;  // sent by UDP, where a refusal is learnt later
  DogstatsdTally sent_, dropped_;
};

/// Messages, packets and bytes, sent and dropped, as metrics.
std::vector<exporting::MetricFamily> dogstatsdMetrics(const DogstatsdSender& sender);

}  // namespace assay::serve
