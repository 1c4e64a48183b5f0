// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A share of calls as people write it ("25%") and as it is counted: in basis points, 10000 of which are all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay::model {

inline constexpr unsigned kWholeShare = 10000;

/// "10%", "0.5 %", "100%": 0 to 100, with at most two digits behind the point, and a percent sign. Nothing
/// for everything else: a bare number may mean anything.
std::optional<unsigned> shareOf(std::string_view text);

/// "25%", "0.5%".
std::string shareText(unsigned basisPoints);

}  // namespace assay::model
