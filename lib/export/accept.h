// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which of the text formats a scraper asks for.
#pragma once

#include <string_view>

#include "export/prometheus_text.h"

namespace assay::exporting {

/// What the header Accept prefers (RFC 9110, 12.5.1): OpenMetrics only for who names it with a version 1 and
/// a quality no lower than that of plain text. Anything else, also nonsense, is answered with Prometheus
/// text.
TextFormat formatFor(std::string_view accept);

}  // namespace assay::exporting
