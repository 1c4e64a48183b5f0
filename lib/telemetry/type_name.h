// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a type of inputs is called in tables and metrics, out of what a segment has: foreign text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "vocabulary/segment_layout.h"

namespace assay::telemetry {

inline constexpr std::size_t kLongestShownType = 120;  ///< bytes, besides the mark of what was cut

/// A mangled class name as it is spelled in the source, other text as it is; cut where it is long. What
/// cannot be told apart from a real name, or would grow beyond all measure, stays mangled.
std::string typeName(vocabulary::TypeKind kind, std::string_view written);

}  // namespace assay::telemetry
