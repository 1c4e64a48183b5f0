// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/model_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "source/path_rules.h"
#include "support/strings.h"

namespace assay::policy {

bool namesModel(const std::vector<std::string>& patterns, const model::Tag& tag) {
  const std::string written = lower(trim(tag.model));
  const std::string known = lower(tag.normalizedModel);
  const std::string alone = known.substr(known.find('/') + 1);
  const std::string writtenAlone = written.substr(written.rfind('/') + 1);  // a model that nobody knows
  return std::ranges::any_of(patterns, [&](const std::string& pattern) {
    return std::ranges::any_of(
        std::array{&written, &writtenAlone, &known, &alone},
        [&](const std::string* name) { return !name->empty() && source::globMatches(pattern, *name); });
  });
}

std::string shownModel(const model::Tag& tag) {
  if (tag.model.empty()) return tag.normalizedModel;
  if (tag.normalizedModel.empty() || tag.normalizedModel == tag.model) return tag.model;
  return fmt::format("{} ({})", tag.model, tag.normalizedModel);
}

}  // namespace assay::policy
