// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The receiver of OTLP that `assay serve` is told of, by its option and by OTEL_... in the environment.
#pragma once

#include <filesystem>
#include <optional>

#include "config/settings.h"
#include "serve/otlp.h"
#include "support/expected.h"

namespace assay::tool {

/// Nothing without --otlp. `folder`: of the segments. Fails (Usage) on what is no address, has none, and on
/// malformed variables.
Expected<std::optional<serve::Otlp>> otlpOf(const config::Settings& settings,
                                            const std::filesystem::path& folder);

}  // namespace assay::tool
