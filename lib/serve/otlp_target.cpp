// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/otlp_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "export/prometheus_text.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kPlainScheme = "http://";
constexpr std::string_view kReceiverPort = "4318";
constexpr std::string_view kMetricsPath = "/v1/metrics";
constexpr const char* kUsualEndpoint = "http://localhost:4318";
constexpr unsigned kHexDigits = 16;

std::string said(const Environment& environment, const std::string& name) {
  return std::string(trim(environment(name.c_str()).value_or("")));
}

// What is said of metrics wins over what is said of all signals.
struct Setting {
  std::string name;
  std::string value;
};
Setting settingOf(const Environment& environment, const std::string& name) {
  const std::string ofMetrics = "OTEL_EXPORTER_OTLP_METRICS_" + name;
  if (std::string value = said(environment, ofMetrics); !value.empty()) return {ofMetrics, std::move(value)};
  const std::string ofAll = "OTEL_EXPORTER_OTLP_" + name;
  return {ofAll, said(environment, ofAll)};
}

std::unexpected<Error> malformedVariable(const Setting& setting, const char* hint) {
  return fail(ErrorCode::Usage,
              fmt::format("{} is malformed: `{}`", setting.name, visibleText(setting.value)), hint);
}

bool isLinePrintable(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' || c == '\t' || c < 0; }) &&
         text.find('\x7f') == std::string_view::npos;
}

bool isPathByte(char c) {
  return c > ' ' && c < 0x7f && c != '?' && c != '#';
}

std::optional<std::string> percentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    unsigned byte = 0;
    const std::string_view digits = text.substr(i + 1, 2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, kHexDigits);
    if (digits.size() < 2 || error != std::errc() || end != digits.data() + 2) return std::nullopt;
    decoded += static_cast<char>(byte);
    i += 2;
  }
  return decoded;
}

// key=value,key=value: W3C Baggage without properties.
Expected<Pairs> pairsOf(const Setting& setting) {
  Pairs pairs;
  for (const std::string_view part : split(setting.value, ',')) {
    if (trim(part).empty()) continue;
    const std::size_t equals = part.find('=');
    const auto value = percentDecoded(trim(part.substr(std::min(equals, part.size() - 1) + 1)));
    const std::string key(trim(part.substr(0, std::min(equals, part.size()))));
    if (equals == std::string_view::npos || key.empty() || !value)
      return malformedVariable(setting, "key=value,key=value, with percent signs for what would end a value");
    pairs.emplace_back(key, *value);
  }
  return pairs;
}

// A name is a token of RFC 9110.
bool isHeaderName(std::string_view name) {
  return std::ranges::all_of(name, [](char c) {
    return isWordByte(c) || std::string_view("!#$%&'*+-.^`|~").find(c) != std::string_view::npos;
  });
}

Expected<Pairs> headersOf(const Environment& environment) {
  const Setting setting = settingOf(environment, "HEADERS");
  ASSAY_TRY(Pairs headers, pairsOf(setting));
  for (const auto& [name, value] : headers)
    if (!isHeaderName(name) || !isLinePrintable(value))
      return malformedVariable({setting.name, name}, "names and values of headers of HTTP");
  return headers;
}

Expected<std::chrono::milliseconds> timeoutOf(const Environment& environment) {
  const Setting setting = settingOf(environment, "TIMEOUT");
  if (setting.value.empty()) return OtlpTarget().timeout;
  unsigned milliseconds = 0;
  const char* end = setting.value.data() + setting.value.size();
  const auto read = std::from_chars(setting.value.data(), end, milliseconds);
  if (read.ec != std::errc() || read.ptr != end || milliseconds == 0)
    return malformedVariable(setting, "milliseconds, from 1 on");
  return std::chrono::milliseconds(milliseconds);
}

Expected<bool> isPackedBy(const Environment& environment) {
  const Setting setting = settingOf(environment, "COMPRESSION");
  if (setting.value == "gzip") return true;
  if (setting.value.empty() || setting.value == "none") return false;
  return malformedVariable(setting, "gzip or none");
}

Expected<void> setAddress(OtlpTarget& target, std::string_view url) {
  if (startsWithIgnoringCase(url, "https://"))
    return fail(ErrorCode::Usage, fmt::format("no TLS is spoken here: `{}`", visibleText(url)),
                "send to an OpenTelemetry collector on this machine or network, which speaks it");
  const std::string_view rest =
      startsWithIgnoringCase(url, kPlainScheme) ? url.substr(kPlainScheme.size()) : std::string_view();
  const std::size_t end = std::min(rest.find('/'), rest.size());
  const std::string host(rest.substr(0, end));
  auto address = listenAddressOf(host);
  if (!address) address = listenAddressOf(host + ":" + std::string(kReceiverPort));
  target.path = rest.substr(end);
  if (rest.empty() || !address || address->port == 0 || !std::ranges::all_of(target.path, isPathByte) ||
      host.find('@') != std::string::npos)
    return fail(ErrorCode::Usage, fmt::format("no address of an OTLP receiver: `{}`", visibleText(url)),
                "http://HOST:PORT, with a path behind it where it has one, or auto");
  target.peer = *address;
  return {};
}

void addMetricsPath(std::string& path) {
  while (path.ends_with('/')) path.pop_back();
  path += kMetricsPath;
}

// A receiver of gRPC would take a request of HTTP for nonsense.
Expected<void> refuseGrpc(const Environment& environment) {
  const Setting setting = settingOf(environment, "PROTOCOL");
  if (setting.value != "grpc") return {};
  return fail(ErrorCode::Usage, fmt::format("{} is grpc, and http/json is spoken here", setting.name),
              "--otlp http://HOST:4318 names where the receiver takes HTTP");
}

Expected<void> setAutomaticAddress(OtlpTarget& target, const Environment& environment) {
  ASSAY_TRY_VOID(refuseGrpc(environment));
  const std::string ofMetrics = said(environment, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");
  if (!ofMetrics.empty()) {
    ASSAY_TRY_VOID(setAddress(target, ofMetrics));
    if (target.path.empty()) target.path = "/";
    return {};
  }
  const std::string ofAll = said(environment, "OTEL_EXPORTER_OTLP_ENDPOINT");
  ASSAY_TRY_VOID(setAddress(target, ofAll.empty() ? kUsualEndpoint : ofAll));
  addMetricsPath(target.path);
  return {};
}

}  // namespace

std::string OtlpTarget::text() const {
  return std::string(kPlainScheme) + peer.text() + path;
}

Expected<OtlpTarget> otlpTargetOf(std::string_view url, const Environment& environment) {
  OtlpTarget target;
  if (url == "auto") {
    ASSAY_TRY_VOID(setAutomaticAddress(target, environment));
  } else {
    ASSAY_TRY_VOID(setAddress(target, url));
    addMetricsPath(target.path);
  }
  ASSAY_TRY(target.headers, headersOf(environment));
  ASSAY_TRY(target.timeout, timeoutOf(environment));
  ASSAY_TRY(target.isPacked, isPackedBy(environment));
  return target;
}

Expected<exporting::Labels> otlpResource(const OtlpSource& source, const Environment& environment) {
  std::map<std::string, std::string> attributes = {
      {"service.name", "assay"},
      {"service.version", source.version},
      {"service.instance.id", hex64(hash64(source.host + '\0' + source.folder))},
      {"host.name", source.host},
      {"telemetry.sdk.name", "assay"},
      {"telemetry.sdk.language", "cpp"},
      {"telemetry.sdk.version", source.version}};
  ASSAY_TRY(const Pairs pairs,
            pairsOf({"OTEL_RESOURCE_ATTRIBUTES", said(environment, "OTEL_RESOURCE_ATTRIBUTES")}));
  for (const auto& [key, value] : pairs) attributes[key] = value;
  if (std::string name = said(environment, "OTEL_SERVICE_NAME"); !name.empty())
    attributes["service.name"] = std::move(name);
  exporting::Labels labels;
  for (const auto& [key, value] : attributes)
    labels.emplace_back(exporting::validUtf8(key), exporting::validUtf8(value));
  return labels;
}

}  // namespace assay::serve
