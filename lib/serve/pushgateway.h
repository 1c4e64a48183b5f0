// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Metrics to a Prometheus Pushgateway, for who cannot be scraped: the whole each time, in the place of what
// was pushed before (https://github.com/prometheus/pushgateway, PUT).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "serve/http_client.h"
#include "support/expected.h"

namespace assay::serve {

struct PushgatewayAddress {
  std::string host;  ///< without brackets
  std::uint16_t port = 0;
  std::string path;  ///< of the group: "/metrics/job/assay/instance/NAME", behind the URL's own

  [[nodiscard]] std::string text() const;
};

/// http://HOST[:PORT][/PATH]; the port is 9091 when it is not given. Of the instance's name what is no
/// letter, digit, '.',
/// '-' or '_' becomes '_'. Fails (Usage) on anything else.
Expected<PushgatewayAddress> pushgatewayAddressOf(std::string_view url, std::string_view instance);

/// Not thread-safe, and never waits: what is under way goes on in poll().
class Pushgateway {
 public:
  /// Looks the host up, which may wait for a name server. Fails (Usage) when it has no address.
  static Expected<Pushgateway> open(PushgatewayAddress address);

  [[nodiscard]] const PushgatewayAddress& address() const { return address_; }

  /// Begins to push; an earlier push that is still under way ends.
  void push(std::string text);

  /// Goes on with it; whether it is still under way.
  bool poll();

  /// Goes on with it until it is done, or for as long as that.
  void finish(int milliseconds);

  /// Why the last push that ended failed; empty when it did not.
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

 private:
  Pushgateway(PushgatewayAddress address, HttpClient client)
      : address_(std::move(address)), client_(std::move(client)) {}
  void settle();

  PushgatewayAddress address_;
  HttpClient client_;
  std::string trouble_;
};

}  // namespace assay::serve
