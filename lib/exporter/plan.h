// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What ASSAY_EXPORT asks for: to whom a process hands what its guards count. Knows the words, and opens
// nothing.
#pragma once

#include <optional>
#include <string_view>

#include "serve/dogstatsd_address.h"
#include "serve/environment.h"
#include "serve/listen_address.h"
#include "serve/otlp_target.h"
#include "support/expected.h"

namespace assay::exporter {

/// One of each at most.
struct ExportPlan {
  std::optional<serve::ListenAddress> listen = {};    ///< where /metrics is answered
  std::optional<serve::DogstatsdAddress> agent = {};  ///< of DogStatsD
  std::optional<serve::OtlpTarget> receiver = {};     ///< of OTLP

  [[nodiscard]] bool isEmpty() const { return !listen && !agent && !receiver; }
};

/// `words`, separated by blanks: prometheus://HOST:PORT; dogstatsd://HOST[:PORT], dogstatsd:///PATH of a Unix
/// socket, or udp://, unix://, unixgram:// and unixstream:// as in `assay serve --dogstatsd`;
/// otlp://HOST[:PORT][/PATH]; dogstatsd://auto and otlp://auto, as `environment` says. Fails (Usage) on
/// anything else, and on two of a kind.
Expected<ExportPlan> exportPlanOf(std::string_view words, const serve::Environment& environment);

}  // namespace assay::exporter
