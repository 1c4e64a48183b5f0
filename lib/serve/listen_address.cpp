// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/listen_address.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "support/strings.h"

namespace assay::serve {
namespace {

struct HostAndPort {
  std::string_view host;
  std::string_view port;
};

// A colon more than one outside brackets is an IPv6 address without them: nobody knows where its port begins.
std::optional<HostAndPort> parted(std::string_view text) {
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(end + 1);
    if (!rest.empty() && rest.front() != ':') return std::nullopt;
    return HostAndPort{text.substr(1, end - 1), rest.empty() ? rest : rest.substr(1)};
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return HostAndPort{text, {}};
  if (text.find(':', colon + 1) != std::string_view::npos) return std::nullopt;
  return HostAndPort{text.substr(0, colon), text.substr(colon + 1)};
}

std::optional<std::uint16_t> portOf(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return port;
}

}  // namespace

std::string ListenAddress::text() const {
  const bool brackets = host.find(':') != std::string::npos;
  return brackets ? fmt::format("[{}]:{}", host, port) : fmt::format("{}:{}", host, port);
}

Expected<ListenAddress> listenAddressOf(std::string_view text) {
  if (const auto port = portOf(text)) return ListenAddress{"127.0.0.1", *port};
  const auto parts = parted(text);
  const auto port = parts ? portOf(parts->port) : std::nullopt;
  if (!port || parts->host.empty())
    return fail(ErrorCode::Usage,
                fmt::format("--listen takes HOST:PORT, not `{}`", visibleText(std::string(text))),
                "127.0.0.1:9465, [::1]:9465, or a port alone");
  return ListenAddress{std::string(parts->host), *port};
}

bool isLoopback(std::string_view host) {
  return host.starts_with("127.") || host == "::1" || equalsIgnoringCase(host, "localhost");
}

bool isLoopbackHostHeader(std::string_view header) {
  const auto parts = parted(header);
  return parts && isLoopback(parts->host);
}

}  // namespace assay::serve
