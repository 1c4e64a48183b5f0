// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text that Prometheus scrapes. Formats: https://prometheus.io/docs/instrumenting/exposition_formats/ and
// https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md (1.0).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "export/metric_family.h"

namespace assay::exporting {

enum class TextFormat {
  Prometheus,   ///< text 0.0.4, which everything that scrapes can read
  OpenMetrics,  ///< 1.0
};

/// For the header Content-Type.
std::string_view contentType(TextFormat format);

/// Families one after the other, each with HELP and TYPE; a family without samples is left out. Label values
/// and help are escaped; numbers are the shortest that read back the same.
std::string metricsText(std::span<const MetricFamily> families, TextFormat format);

/// The text with U+FFFD for every byte that is no UTF-8: one bad name would make a scraper refuse the whole.
/// The same for characters that would not be seen, controls of terminals among them, but for line breaks.
std::string validUtf8(std::string_view text);

}  // namespace assay::exporting
