// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whom a call is for, as a tag says it (`key: request.userId`): the expression that the dispatch evaluates.
#pragma once

#include <string>
#include <string_view>

#include "model/tag.h"

namespace assay::model {

/// Whether it is a parameter (or `this`), and what may be reached from it: `user`, `request.userId`,
/// `request->session().token`. Calls have no arguments. Everything else is refused: a manifest is a file that
/// anybody may edit, and no place for code.
bool isKeyExpression(std::string_view text);

/// What an experiment's tag says; empty when it says nothing, or what is no such expression.
std::string keyIn(const Tag& tag);

/// What it begins with.
std::string_view rootOfKey(std::string_view key);

}  // namespace assay::model
