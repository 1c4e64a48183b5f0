// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which files of a tree somebody else wrote (vendored) or no one did (generated), told by their place and
// their first lines. Nothing is left out unless the user asks for it: a tag in such a file is a tag. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::scan {

/// What the user wants left out.
struct SkipRules {
  bool vendored = false;
  bool generated = false;
};

/// How many C and C++ files were left out by which rule; a file that is both counts as vendored.
struct LeftOut {
  std::size_t vendored = 0;
  std::size_t generated = 0;
};

/// A folder of this name holds other people's code: third_party, vendor, external, deps, …
bool isVendoredFolder(std::string_view name);

/// The first lines of the file say that a program wrote it: "@generated", "DO NOT EDIT", …
bool saysGenerated(std::string_view text);

}  // namespace assay::scan
