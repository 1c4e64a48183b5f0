// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a text looks like it holds something that must not be published: by the shapes of known tokens, not
// by how random it looks.
#pragma once

#include <string_view>

#include "model/annotated_function.h"

namespace assay::policy {

/// What it looks like ("a GitHub token"), the first thing found; empty = nothing. Placeholders are none:
/// `AKIAIOSFODNN7EXAMPLE`, `ghp_xxxx…`. Linear in the text but for a small factor.
std::string_view secretIn(std::string_view text);

/// The same of all texts of a tag, and of an entry's tags, earlier ones among them.
std::string_view secretOf(const model::Tag& tag);
std::string_view secretOf(const model::AnnotatedFunction& entry);

}  // namespace assay::policy
