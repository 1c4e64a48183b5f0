// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a text looks like it holds something that must not be published: by the shapes of known tokens, not
// by how random it looks.
#pragma once

#include <string_view>

namespace assay::policy {

/// What it looks like ("a GitHub token"), the first thing found; empty = nothing. Placeholders are none:
/// `AKIAIOSFODNN7EXAMPLE`, `ghp_xxxx…`. Linear in the text but for a small factor.
std::string_view secretIn(std::string_view text);

}  // namespace assay::policy
