// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Looking at a text word by word: the few matches that heads, region markers and suspects have in common.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace assay::tag {

/// The ASCII word (letters, digits, '_', '\'') at the start of `text`; may be empty.
std::string_view firstWord(std::string_view text);
/// The last one.
std::string_view lastWord(std::string_view text);

/// True when `word` is in `words`, ASCII case ignored.
bool isOneOf(std::string_view word, std::span<const std::string_view> words);

/// The length of '-', '_', ' ' or a typographic hyphen at the start of `text`: what may stand between "AI"
/// and its word.
std::size_t joinerAt(std::string_view text);

/// The length of ':', '=' or a wide colon at the start of `text`.
std::size_t colonLength(std::string_view text);

}  // namespace assay::tag
