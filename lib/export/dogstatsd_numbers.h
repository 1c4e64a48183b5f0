// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Numbers as DogStatsD agents read them right, to the last call.
#pragma once

#include <cstdint>
#include <string>

namespace assay::exporting {

/// A value from 0 on with six digits that count, without exponent: not every server knows those.
std::string decimalText(double value);

/// More calls than one value can stand for in a message.
inline constexpr std::uint64_t kMostWeight = 1'000'000'000'000;

/// The sample rate by which one value stands for `weight` calls, from 2 to kMostWeight: 1/weight rounded
/// down, for an agent takes one whole number of calls, 1/rate cut off (the Datadog agent: pkg/util/quantile).
std::string rateText(std::uint64_t weight);

}  // namespace assay::exporting
