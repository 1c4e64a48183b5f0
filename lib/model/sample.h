// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many calls of a function are timed, as a tag says it: `sample: 1/256`. That all are counted is never in
// question.
#pragma once

#include <optional>
#include <string_view>

#include "model/tag.h"

namespace assay::model {

inline constexpr unsigned kRarestSample = 1024;  ///< one in so many, at most

/// "1/256", "1:256", "1 in 256", "0.5%", "all": one in how many calls is timed, 1 to kRarestSample; a
/// percentage that is not one in so many becomes the nearest that is. Nothing for everything else.
std::optional<unsigned> sampleOf(std::string_view text);

/// What the tag's `sample` says; 0 = it says nothing, or nothing that means anything.
unsigned sampleOf(const Tag& tag);

/// For messages: what sampleOf() knows.
inline constexpr std::string_view kKnownSamples = "1/256 (up to 1/1024), 0.5% (down to 0.1%), all";

}  // namespace assay::model
