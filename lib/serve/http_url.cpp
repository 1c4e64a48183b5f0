// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/http_url.h"

#include <fmt/format.h>

#include <algorithm>

#include "support/strings.h"

namespace assay::serve {
namespace {

constexpr std::string_view kHttpScheme = "http://";
constexpr std::string_view kSafeScheme = "https://";

bool isTarget(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
}

bool standsForItself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

Expected<HttpUrl> httpUrlOf(std::string_view url, const HttpUrlWords& words) {
  if (url.starts_with(kSafeScheme))
    return fail(ErrorCode::Usage, "https is not spoken here", std::string(words.secureHint));
  const std::string_view rest =
      url.starts_with(kHttpScheme) ? url.substr(kHttpScheme.size()) : std::string_view();
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  const std::string host(rest.substr(0, end));
  auto address = listenAddressOf(host);
  if (!address) address = listenAddressOf(host + ":80");
  if (rest.empty() || host.empty() || !address || address->port == 0 || !isTarget(rest.substr(end)))
    return fail(ErrorCode::Usage, fmt::format("{}: `{}`", words.what, visibleText(url)),
                "http://HOST:PORT/PATH");
  const std::string path(rest.substr(end));
  return HttpUrl{address->host, address->port, path.starts_with('/') ? path : "/" + path};
}

std::string queryText(std::string_view value) {
  std::string text;
  for (const char c : value)
    if (standsForItself(c))
      text += c;
    else
      text += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return text;
}

}  // namespace assay::serve
