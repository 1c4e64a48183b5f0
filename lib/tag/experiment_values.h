// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is said of a tag's experiment that cannot be read.
#pragma once

#include <optional>
#include <string_view>

#include "model/tag.h"

namespace assay::tag {

struct WrongValue {
  const char* message;
  const char* hint;
};

/// Of `rollout`, `experiment` and `breaker`; nothing for what can be read, and for all other keys.
std::optional<WrongValue> wrongExperimentValue(std::string_view key, std::string_view value);

/// Of the `key` of an experiment: in other tags the word may mean anything.
std::optional<WrongValue> wrongKeyOf(const model::Tag& tag);

}  // namespace assay::tag
