// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The DogStatsD agent that `assay serve` is told of, by its options and by DD_... in the environment.
#pragma once

#include <optional>

#include "config/settings.h"
#include "serve/dogstatsd.h"
#include "support/expected.h"

namespace assay::tool {

/// Nothing without --dogstatsd. Fails (Usage) on what is no address, has none, and on a type that there is
/// not.
Expected<std::optional<serve::Dogstatsd>> dogstatsdOf(const config::Settings& settings);

}  // namespace assay::tool
