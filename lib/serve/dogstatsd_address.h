// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a DogStatsD agent listens, as its clients are told: by an address, and by DD_... in the environment.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/environment.h"
#include "support/expected.h"

namespace assay::serve {

enum class DogstatsdTransport {
  Udp,
  UnixAny,  ///< datagrams, or a stream where the socket is one
  UnixDatagram,
  UnixStream,
};

struct DogstatsdAddress {
  DogstatsdTransport transport = DogstatsdTransport::Udp;
  std::string host = {};  ///< of UDP: without brackets
  std::uint16_t port = 0;
  std::string path = {};  ///< of a Unix socket

  /// "udp://127.0.0.1:8125", "unix:///run/dsd.socket".
  [[nodiscard]] std::string text() const;
  /// That a packet should have at most: 1432 by UDP, 8192 else, as in the official clients.
  [[nodiscard]] std::size_t packetBytes() const;
};

/// udp://HOST[:PORT] (8125 when it is not given), unix://PATH, unixgram://PATH, unixstream://PATH. Fails
/// (Usage) on anything else.
Expected<DogstatsdAddress> dogstatsdAddressOf(std::string_view url);

/// What `auto` stands for: DD_DOGSTATSD_URL, else DD_AGENT_HOST with DD_DOGSTATSD_PORT, else the agent's
/// usual socket if `isThere`, else udp://127.0.0.1 with that port.
std::string automaticDogstatsdUrl(const Environment& environment,
                                  const std::function<bool(const char* path)>& isThere);

/// The tags of every message: env, service and version of DD_ENV, DD_SERVICE and DD_VERSION, DD_ENTITY_ID as
/// dd.internal.entity_id, and those of DD_TAGS, separated by commas, or by blanks where there is no comma.
/// Clean (export/dogstatsd_tags.h); DD_TAGS does not say again what another variable says.
std::vector<std::string> dogstatsdTags(const Environment& environment);

}  // namespace assay::serve
