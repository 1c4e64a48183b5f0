// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tags of DogStatsD messages. The protocol has no escapes: what would end a tag is replaced.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/function_metrics.h"

namespace assay::exporting {

inline constexpr std::size_t kMostTagBytes = 200;  ///< Datadog cuts longer ones

/// One tag, `key:value` or a word, of any text: '_' in the place of commas, bars and control characters,
/// U+FFFD in that of bytes that are no UTF-8, cut to kMostTagBytes between two characters. Empty for empty
/// text.
std::string cleanTag(std::string_view tag);

/// "key:value" made clean; empty without a value.
std::string tagOf(std::string_view key, std::string_view value);

/// function, id, ai_source, and where the manifest has them vendor and prompt_hash.
std::vector<std::string> functionTags(std::uint64_t id, std::string_view name, const FunctionFacts* facts);

/// "a,b", without the empty ones.
std::string joinedTags(const std::vector<std::string>& tags);

}  // namespace assay::exporting
