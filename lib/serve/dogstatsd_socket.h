// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Packets to a DogStatsD agent, by a socket that never blocks. Knows nothing of what is in them.
#pragma once

#include <sys/socket.h>

#include <string>
#include <string_view>
#include <vector>

#include "serve/dogstatsd_address.h"
#include "support/expected.h"

namespace assay::serve {

enum class SendResult {
  Sent,     ///< all of it has left
  Later,    ///< no room: the same packet is to be given again after a while
  TooLong,  ///< for this socket
  Refused,  ///< UDP: nobody listened to the packet that was sent before; this one has not left
  Gone,     ///< the agent has gone, or is not there: connect() again, and give the same packet again
};

/// Not thread-safe.
class DogstatsdSocket {
 public:
  /// Looks the host up, which may wait for a name server: before serving. Fails (Usage) when it has no
  /// address.
  static Expected<DogstatsdSocket> open(DogstatsdAddress address);

  DogstatsdSocket(DogstatsdSocket&& from) noexcept;  // the other one may only be destroyed then
  DogstatsdSocket& operator=(DogstatsdSocket&& from) noexcept;
  ~DogstatsdSocket();

  /// True when there is a connection, or now is one. By UDP that says nothing of an agent.
  bool connect();
  /// What the last connect() or send() that failed met with; empty once something was sent.
  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  [[nodiscard]] const DogstatsdAddress& address() const { return address_; }
  [[nodiscard]] bool isConnected() const { return socket_ >= 0; }
  /// How many the host has.
  [[nodiscard]] std::size_t addresses() const { return peers_.size(); }

  /// Of a stream, a part may have been sent after Later: the next packet has to be the same one, or abandon()
  /// comes before. After Refused the host's next address is used, when it has several.
  SendResult send(std::string_view packet);

  /// UDP: whether it has become known since that nobody listened to the packet sent last; as if send() had
  /// said Refused.
  bool wasRefused();

  /// The packet that was not sent whole will never be: ends the connection when a part of it has left, for
  /// the rest of the stream could not be read.
  void abandon();

 private:
  explicit DogstatsdSocket(DogstatsdAddress address) : address_(std::move(address)) {}
  Expected<void> lookUp();
  bool connectBy(int type);
  SendResult sendDatagram(std::string_view packet);
  SendResult sendFrame(std::string_view packet);
  SendResult failed(int error);
  void goToNextPeer();
  void close();

  struct Peer {
    sockaddr_storage address{};  // all of it is zero beyond the address
    socklen_t bytes = 0;
  };

  DogstatsdAddress address_;
  std::vector<Peer> peers_;  // a host may have several; never empty once it is open
  std::size_t peer_ = 0;     // the one in use
  int socket_ = -1;
  bool isStream_ = false;
  std::size_t written_ = 0;  // of the frame that is being sent
  std::string trouble_;
};

}  // namespace assay::serve
