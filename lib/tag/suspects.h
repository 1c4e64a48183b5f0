// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The loose level: comments that say in free words that a model wrote the code. A suggestion for a person to
// judge.
#pragma once

#include <optional>
#include <string_view>

#include "tag/read_tags.h"

namespace assay::tag {

/// What a line of a comment, without decoration, suggests; the span is left empty.
std::optional<Suspect> suspectOf(std::string_view line);

/// False when the text holds no word by which suspectOf() could be moved.
bool mayHaveSuspects(std::string_view bytes);

}  // namespace assay::tag
