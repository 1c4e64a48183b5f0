// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests to a receiver of OTLP/HTTP, in JSON: https://opentelemetry.io/docs/specs/otlp (JSON Protobuf
// Encoding) and the messages of opentelemetry-proto 1.x. Numbers of 64 bits are strings, enumerations
// numbers, keys in lowerCamelCase.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "export/otlp_streams.h"

namespace assay::exporting {

struct OtlpForm {
  Labels resource = {};                          ///< attributes of all that is sent: valid UTF-8
  std::string version = {};                      ///< of this program, which is the scope
  std::size_t mostBytes = std::size_t{1} << 20;  ///< of a request; one point goes in any case
};

/// One ExportMetricsServiceRequest.
struct OtlpRequest {
  std::string body;
  std::size_t points = 0;
};

/// All metrics as of `time`, in as many requests as the limit wants; none for no points. Same input, same
/// bytes.
std::vector<OtlpRequest> otlpRequests(std::span<const OtlpMetric> metrics, Nanoseconds time,
                                      const OtlpForm& form);

}  // namespace assay::exporting
