// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a server listens, and who may ask it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/expected.h"

namespace assay::serve {

struct ListenAddress {
  std::string host;        ///< without brackets: "127.0.0.1", "::1", "localhost"
  std::uint16_t port = 0;  ///< 0 = any that is free

  /// "127.0.0.1:9465", "[::1]:9465".
  [[nodiscard]] std::string text() const;
};

/// HOST:PORT, [IPv6]:PORT, or a port alone (then 127.0.0.1). Fails (Usage) on anything else.
Expected<ListenAddress> listenAddressOf(std::string_view text);

/// Whether only programs of this machine reach it: 127.0.0.0/8, ::1, localhost.
bool isLoopback(std::string_view host);

/// Whether a request with this header Host may be answered by a server on a loopback address: its name must
/// be one of this machine, or a web page elsewhere could have the browser ask for it under a name of its own
/// (DNS rebinding).
bool isLoopbackHostHeader(std::string_view header);

}  // namespace assay::serve
