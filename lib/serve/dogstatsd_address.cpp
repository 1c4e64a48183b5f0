// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/dogstatsd_address.h"

#include <fmt/format.h>
#include <sys/un.h>

#include <algorithm>

#include "export/dogstatsd_tags.h"
#include "serve/listen_address.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

constexpr const char* kUsualPort = "8125";
constexpr const char* kUsualSocket = "/var/run/datadog/dsd.socket";
constexpr std::size_t kUdpPacketBytes = 1432;
constexpr std::size_t kUnixPacketBytes = 8192;

struct Scheme {
  std::string_view prefix;
  DogstatsdTransport transport;
};
constexpr Scheme kSchemes[] = {{"udp://", DogstatsdTransport::Udp},
                               {"unix://", DogstatsdTransport::UnixAny},
                               {"unixgram://", DogstatsdTransport::UnixDatagram},
                               {"unixstream://", DogstatsdTransport::UnixStream}};

std::unexpected<Error> noAddress(std::string_view url) {
  return fail(ErrorCode::Usage, fmt::format("no address of a DogStatsD agent: `{}`", visibleText(url)),
              "udp://HOST:PORT, unix://PATH, unixgram://PATH, unixstream://PATH, or auto");
}

// A port may be left out.
Expected<DogstatsdAddress> udpAddressOf(std::string_view rest, std::string_view url) {
  auto address = listenAddressOf(rest);
  if (!address) address = listenAddressOf(std::string(rest) + ":" + kUsualPort);
  if (!address || address->port == 0) return noAddress(url);
  return DogstatsdAddress{DogstatsdTransport::Udp, address->host, address->port};
}

Expected<DogstatsdAddress> unixAddressOf(DogstatsdTransport transport, std::string_view path,
                                         std::string_view url) {
  if (path.empty() || path.size() >= sizeof(sockaddr_un::sun_path) || path.find('\0') != path.npos)
    return noAddress(url);
  return DogstatsdAddress{.transport = transport, .path = std::string(path)};
}

std::string valueOr(const Environment& environment, const char* name, std::string_view fallback) {
  const auto value = environment(name);
  return std::string(value && !value->empty() ? std::string_view(*value) : fallback);
}

std::string bracketed(const std::string& host) {
  return host.find(':') != std::string::npos && !host.starts_with('[') ? "[" + host + "]" : host;
}

}  // namespace

std::string DogstatsdAddress::text() const {
  const auto* scheme = std::ranges::find(kSchemes, transport, &Scheme::transport);
  if (transport == DogstatsdTransport::Udp)
    return std::string(scheme->prefix) + ListenAddress{host, port}.text();
  return std::string(scheme->prefix) + path;
}

std::size_t DogstatsdAddress::packetBytes() const {
  return transport == DogstatsdTransport::Udp ? kUdpPacketBytes : kUnixPacketBytes;
}

Expected<DogstatsdAddress> dogstatsdAddressOf(std::string_view url) {
  for (const Scheme& scheme : kSchemes) {
    if (!url.starts_with(scheme.prefix)) continue;
    const std::string_view rest = url.substr(scheme.prefix.size());
    return scheme.transport == DogstatsdTransport::Udp ? udpAddressOf(rest, url)
                                                       : unixAddressOf(scheme.transport, rest, url);
  }
  return noAddress(url);
}

std::string automaticDogstatsdUrl(const Environment& environment,
                                  const std::function<bool(const char* path)>& isThere) {
  if (const std::string url = valueOr(environment, "DD_DOGSTATSD_URL", ""); !url.empty()) return url;
  const std::string host = valueOr(environment, "DD_AGENT_HOST", "");
  if (host.starts_with("unix")) return host;
  if (host.empty() && isThere(kUsualSocket)) return std::string("unix://") + kUsualSocket;
  const std::string port = valueOr(environment, "DD_DOGSTATSD_PORT", kUsualPort);
  return "udp://" + (host.empty() ? "127.0.0.1" : bracketed(host)) + ":" + port;
}

std::vector<std::string> dogstatsdTags(const Environment& environment) {
  std::vector<std::string> tags, keys;
  for (const auto& [variable, key] : {std::pair("DD_ENV", "env"),
                                      {"DD_SERVICE", "service"},
                                      {"DD_VERSION", "version"},
                                      {"DD_ENTITY_ID", "dd.internal.entity_id"}}) {
    const std::string tag = exporting::tagOf(key, valueOr(environment, variable, ""));
    if (tag.empty()) continue;
    tags.push_back(tag);
    keys.push_back(std::string(key) + ":");
  }
  const std::string more = valueOr(environment, "DD_TAGS", "");
  for (const std::string_view part : split(more, more.find(',') == std::string::npos ? ' ' : ',')) {
    const std::string tag = exporting::cleanTag(trim(part));
    const bool isSaid = std::ranges::any_of(keys, [&](const auto& key) { return tag.starts_with(key); });
    if (!tag.empty() && !isSaid && !tag.starts_with(':')) tags.push_back(tag);
  }
  return tags;
}

}  // namespace assay::serve
