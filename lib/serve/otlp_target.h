// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where OTLP goes and as whose, as OpenTelemetry's exporters are told: by an address, and by OTEL_... in the
// environment (https://opentelemetry.io/docs/specs/otel/protocol/exporter).
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/metric_family.h"
#include "serve/environment.h"
#include "serve/listen_address.h"
#include "support/expected.h"

namespace assay::serve {

struct OtlpTarget {
  ListenAddress peer = {};
  std::string path = {};  ///< "/v1/metrics", behind the URL's own
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::chrono::milliseconds timeout{10'000};  ///< for a request
  bool isPacked = false;                      ///< by gzip

  [[nodiscard]] std::string text() const;
};

/// `url`: http://HOST[:PORT][/PATH], the port being 4318 when it is not given, to which /v1/metrics is added;
/// or `auto`: OTEL_EXPORTER_OTLP_METRICS_ENDPOINT as it is, else OTEL_EXPORTER_OTLP_ENDPOINT with that path,
/// else http://localhost:4318/v1/metrics. Headers, time and compression are those of
/// OTEL_EXPORTER_OTLP_[METRICS_]HEADERS, TIMEOUT (ms) and COMPRESSION in any case. Fails (Usage) on whatever
/// is malformed, and on https, which is not spoken here.
Expected<OtlpTarget> otlpTargetOf(std::string_view url, const Environment& environment);

/// Who sends: two servers of one machine that read two folders differ in `folder`.
struct OtlpSource {
  std::string host;
  std::string folder;
  std::string version;
};

/// Attributes of the resource: service.name ("assay", or what OTEL_SERVICE_NAME or OTEL_RESOURCE_ATTRIBUTES
/// say), service.version, service.instance.id, host.name, telemetry.sdk.*, and those of
/// OTEL_RESOURCE_ATTRIBUTES, which wins over all but OTEL_SERVICE_NAME. By name. Fails (Usage) on a malformed
/// variable.
Expected<exporting::Labels> otlpResource(const OtlpSource& source, const Environment& environment);

}  // namespace assay::serve
