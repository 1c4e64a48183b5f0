// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a tag's `monitor:` or the configuration's `thresholds` asks of one function: "slower 2x mean 50ms
// errors 1%".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "support/expected.h"

namespace assay::emit::rules {

struct Thresholds {
  std::optional<double> latencyFactor = {};  ///< in place of the general one
  std::optional<double> meanSeconds = {};    ///< a limit
  std::optional<double> errorRatio = {};     ///< a limit, 0 to 1
  std::optional<double> objective = {};      ///< percent of the calls of 30 days that may not fail, 90 to 100
  std::optional<double> sizeExponent = {};   ///< of time by size of the input, logarithms left out

  bool operator==(const Thresholds&) const = default;
};
using ThresholdsById = std::map<std::uint64_t, Thresholds>;

/// `slower 2x` (1.1 to 10), `mean 50ms` (ns, us, ms, s), `errors 1%` (above 0, below 100),
/// `objective 99.9%` (90 or more, below 100), in any order,
/// separated by blanks or commas. Nothing of them, and `on`, ask for nothing. Fails (Usage) on anything else,
/// and on one of them twice.
Expected<Thresholds> readThresholds(std::string_view text);

/// What a tag's `complexity: O(n log n)` promises: 0 for `O(1)` and `O(log n)`, k for `O(n^k)`, with or
/// without logarithms. Fails (Usage) on anything else.
Expected<double> readComplexity(std::string_view text);

/// What is set in `over` wins.
Thresholds merged(const Thresholds& under, const Thresholds& over);

}  // namespace assay::emit::rules
