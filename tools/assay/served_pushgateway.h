// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The Pushgateway that `assay serve` is told of.
#pragma once

#include <optional>

#include "config/settings.h"
#include "serve/pushgateway.h"
#include "support/expected.h"

namespace assay::tool {

/// Nothing without --pushgateway. Fails (Usage) on what is no address, or has none.
Expected<std::optional<serve::Pushgateway>> pushgatewayOf(const config::Settings& settings);

}  // namespace assay::tool
