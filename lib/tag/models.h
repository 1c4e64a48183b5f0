// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names of language models -> "provider/model". normalizeModel() itself is declared in read_tags.h.
#pragma once

#include <string_view>

namespace assay::tag {

/// The longest start of `text`, ending at a blank or at the end, that is a model's name; empty when there is
/// none. "GPT-4 quick sort" -> "GPT-4".
std::string_view leadingModel(std::string_view text);

}  // namespace assay::tag
