// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// "Did you mean …": the known word that a mistyped one is closest to.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace assay::config {

/// Levenshtein: insertions, deletions and substitutions of bytes.
std::size_t editDistance(std::string_view a, std::string_view b);

/// The candidate with the least distance, the first of equals; empty when even that differs in more than a
/// third of the word (but two changes are always forgiven).
std::string_view nearestOf(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace assay::config
