// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Foreign text in the formats: names and paths are whatever somebody wrote, and none of it may mean anything.
#pragma once

#include <string>
#include <string_view>

namespace assay::emit::ci {

/// A path as a URI: relative, or `file://…` for an absolute one. Everything but letters, digits, `-._~/` is
/// escaped.
std::string uriOf(std::string_view path);

/// Text for an element or an attribute in quotes: markup is escaped, what XML 1.0 does not have is made
/// visible.
std::string xmlText(std::string_view text);

}  // namespace assay::emit::ci
