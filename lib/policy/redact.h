// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Prompts that must not be shown.
#pragma once

#include <string_view>

#include "model/manifest.h"

namespace assay::policy {

/// Stands where words were. That there were some is still to be seen.
inline constexpr std::string_view kRedacted = "(redacted)";

enum class Redact {
  Secrets,  ///< texts of tags in which secretIn() finds something
  Prompts,  ///< those, and all prompts
};

/// Replaces texts of tags, earlier tags among them. Does nothing else to the manifest.
void redact(model::Manifest& manifest, Redact what);

}  // namespace assay::policy
