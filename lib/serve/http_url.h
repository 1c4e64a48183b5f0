// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where something answers HTTP, as a URL says it. Without TLS: what is elsewhere than in one's own network is
// for a program that speaks it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "serve/listen_address.h"
#include "support/expected.h"

namespace assay::serve {

struct HttpUrl {
  std::string host;  ///< without brackets
  std::uint16_t port = 0;
  std::string path;  ///< begins with '/'; with what is asked behind it

  [[nodiscard]] ListenAddress address() const { return {host, port}; }
};

/// What to say of a URL that is none, and of one that wants TLS.
struct HttpUrlWords {
  std::string_view what;        ///< "no address of a webhook"
  std::string_view secureHint;  ///< what to do where it is https
};

/// http://HOST[:PORT][/PATH[?QUERY]]; the port is 80 when it is not given. Fails (Usage) on anything else,
/// https among it.
Expected<HttpUrl> httpUrlOf(std::string_view url, const HttpUrlWords& words);

/// A value as it stands in a query: all but letters, digits and "-._~" by their numbers.
std::string queryText(std::string_view value);

}  // namespace assay::serve
