// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which models a rule means.
#pragma once

#include <string>
#include <vector>

#include "model/tag.h"

namespace assay::policy {

/// Whether one of the patterns (in lower case; `*`, `?` and sets as in .gitignore) is the tag's model: the
/// name as it is written, `provider/model`, or the part of either behind the slash. False for a tag without a
/// model.
bool namesModel(const std::vector<std::string>& patterns, const model::Tag& tag);

/// As a message names it: the name as written, and what it is recognised as where that differs.
std::string shownModel(const model::Tag& tag);

}  // namespace assay::policy
