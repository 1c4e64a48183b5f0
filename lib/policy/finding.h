// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a policy has to say of a place. Plain data, which writers lay out.
#pragma once

#include <cstdint>
#include <string>

#include "model/annotated_function.h"
#include "policy/rules.h"
#include "support/diagnostics.h"

namespace assay::policy {

struct Finding {
  Policy policy = Policy::ManifestOutdated;
  Severity severity = Severity::Warning;
  Location where;       ///< of the tag, relative to the manifest's root; a line of 0 = not known
  std::string message;  ///< one sentence without a full stop. Holds foreign text (names), but no prompt
  std::string hint;
  /// What it is about; null for a folder or the manifest. Points into the manifest that was looked at.
  const model::AnnotatedFunction* entry = nullptr;
  /// With the policy what it is known by from one version of the code to the next: the entry's id, or a hash
  /// of what it is about.
  std::uint64_t id = 0;
  std::size_t others = 0;  ///< further functions of the same tag that it holds for
};

}  // namespace assay::policy
